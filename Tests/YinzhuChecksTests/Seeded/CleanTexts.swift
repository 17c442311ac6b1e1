/// Articles and records of our own without a slip; the tests of seeded slips spoil them.
enum CleanTexts {
  /// A Markdown article in the form of most journals of the humanities.
  static let article = """
    # 近代中国的制度与思想

    近代以来，中国的外交制度几经变迁。[^1]学界对此已有讨论，[^2]不过各家的侧重并不相同。[^3]有学者从财政入手，[^4]也有学者从报刊入手。[^5]
    这一过程在地方上表现得更为复杂。[^6]当时的报纸留下了许多记载，[^7]后来的回忆也可以参照。[^8]
    从思想史的角度看，[^9]翻译的作用不可低估。[^10]西方学者的研究提供了比较的视野，[^11]其结论需要检验。[^12]
    制度史的研究由此展开，[^13]地方档案的整理尤为重要。[^14]近年的论著又有推进，[^15]相关讨论仍在继续。[^16]
    综上所述，[^17]这一问题还有进一步研究的余地。[^18]

    [^1]: 王明远：《近代中国外交史》，北京：人民出版社，1995年，第42—45页。

    [^2]: 李强文：《论晚清外交的转型》，载《历史研究》，2014年第6期，第71—80页。

    [^3]: 张文清：《制度变迁与地方社会》，上海：上海人民出版社，2003年，第15页。

    [^4]: 陈志刚：《财政与国家：清末的改革》，载《近代史研究》，2009年第3期，第23页。

    [^5]: 周晓岚：《报刊与舆论》，北京：中华书局，2011年，第102—110页。

    [^6]: 吴国平：《地方自治的兴起》，载《史学月刊》，2006年第11期，第5页。

    [^7]: 本报记者：《发扬优良传统 开创崭新局面——在全国工作会议上的讲话》，载《人民日报》，2001年6月26日，第1版。

    [^8]: 赵立人：《回忆与历史》，载《光明日报》，1998年3月5日，第7版。

    [^9]: 郑思源：《思想的边界》，北京：商务印书馆，2008年，第77页。

    [^10]: ［德］马克斯·韦伯：《新教伦理与资本主义精神》，于晓、陈维纲译，北京：生活·读书·新知三联书店，1987年，第33页。

    [^11]: ［美］何约翰：《帝国的尽头》，刘大明译，南京：江苏人民出版社，2012年，第201—203页。

    [^12]: ［英］史密斯：《比较视野中的中国》，孙丽华译，北京：社会科学文献出版社，2015年，第9页。

    [^13]: 王明远：《近代中国外交史》，第50页。

    [^14]: 同上，第52页。

    [^15]: 黄海波：《档案与地方史》，载《中国社会科学》，2018年第2期，第120—131页。

    [^16]: 何秀英：《论“中体西用”的由来》，北京：北京大学博士学位论文，2010年，第88页。

    [^17]: 参见李强文：《论晚清外交的转型》，第75页。

    [^18]: 转引自周晓岚：《报刊与舆论》，第108页。

    """

  /// The same kind of article with circled numbers that restart on every page, as journals print it.
  static let pages: String = {
    let notes: [[String]] = [
      [
        "林则文：《海关制度研究》，厦门大学出版社2004年版，第12页。", "苏静：《条约与主权》，载《世界历史》2010年第4期，第33页。",
        "方以明：《近代关税史料》，中国社会科学出版社1999年版，第56页。",
      ],
      [
        "邓晓梅：《口岸城市的形成》，复旦大学出版社2007年版，第140页。", "同上，第143页。",
        "袁世杰：《谈谈口岸的社会生活》，载《文汇报》2003年5月18日。",
      ],
      ["罗文海：《租界法制史》，法律出版社2001年版，第8页。", "彭国栋：《会审公廨再研究》，载《法学研究》2012年第5期，第190页。"],
    ]
    let marks = ["①", "②", "③"]
    return notes.enumerated().map { page, texts in
      let body = texts.indices.map { "这一时期的制度建设经历了相当曲折的过程，学者们曾经从不同的方面加以说明。\(marks[$0])" }
      let below = zip(marks, texts).map { "\($0) \($1)" }
      return (body + [""] + below + ["·\(page + 21)·"]).joined(separator: "\n")
    }.joined(separator: "\n\u{0C}\n") + "\n"
  }()

  /// A list of works in the form of GB/T 7714—2015.
  static let list = """
    参考文献

    [1] 王明远. 近代中国外交史[M]. 北京: 人民出版社, 1995: 42-45.
    [2] 李强文, 赵敏, 孙立, 等. 论晚清外交的转型[J]. 历史研究, 2014(6): 71-80.
    [3] 张文清. 制度变迁与地方社会[M]. 2版. 上海: 上海人民出版社, 2003.
    [4] 赵立人. 回忆与历史[N]. 光明日报, 1998-03-05(7).
    [5] 何秀英. 论中体西用的由来[D]. 北京: 北京大学, 2010: 88.
    [6] SMITH J, BROWN P, JONES K, et al. Theory of foreign relations[J]. Journal of Asian history, 2011, 45(2): 101-120.
    [7] 中国互联网络信息中心. 互联网络发展状况统计报告[R/OL]. (2012-01-16)[2013-03-26]. http://www.example.cn/report.pdf.
    [8] 韦伯. 新教伦理与资本主义精神[M]. 于晓, 陈维纲, 译. 北京: 商务印书馆, 1987.

    """

  /// Western notes.
  static let western = """
    # Trade and Treaty

    The question was raised early.[^1] It was taken up by others.[^2] A different view is possible.[^3] Sources differ.[^4]

    [^1]: Kenneth Brown, Theory of Foreign Relations (New York: Columbia University Press, 1979), pp. 12-15.

    [^2]: Anna Smith, "Trade and Treaty in Canton," Journal of Asian History, Vol. 45, No. 2, 2011, pp. 101-120.

    [^3]: Peter Jones, The Customs Service (London: Longman, 1988), p. 33.

    [^4]: Mary White, "Ports of Call," Modern China, Vol. 12, No. 3, 1986, p. 290.

    """

  /// A BibLaTeX file.
  static let bibliography = """
    @book{wang1995,
      author = {王明远},
      title = {近代中国外交史},
      location = {北京},
      publisher = {人民出版社},
      date = {1995},
      isbn = {978-7-02-000220-7}
    }

    @article{li2014,
      author = {李强文 and 赵敏},
      title = {论晚清外交的转型},
      journaltitle = {历史研究},
      date = {2014},
      number = {6},
      pages = {71--80},
      issn = {0459-1909}
    }

    @article{smith2011,
      author = {Smith, John and Brown, Peter},
      title = {Theory of Foreign Relations},
      journaltitle = {Journal of Asian History},
      date = {2011-04},
      volume = {45},
      number = {2},
      pages = {101--120},
      doi = {10.1234/jah.2011.45}
    }

    @thesis{he2010,
      author = {何秀英},
      title = {论中体西用的由来},
      type = {phdthesis},
      institution = {北京大学},
      date = {2010}
    }

    @online{cnnic2012,
      author = {{中国互联网络信息中心}},
      title = {互联网络发展状况统计报告},
      date = {2012-01-16},
      url = {https://www.example.cn/report.pdf},
      urldate = {2013-03-26}
    }

    @inproceedings{zhou2011,
      author = {周晓岚},
      title = {报刊与舆论},
      booktitle = {近代报刊研究论文集},
      publisher = {中华书局},
      date = {2011},
      pages = {102--110}
    }

    """
}
