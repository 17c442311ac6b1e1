/// How the page looks: on a wide screen notes stand beside the text, on a narrow one and in print below it.
enum ReadingPageStyle {
  /// Colours are Okabe and Ito's, darkened for paper and lightened for night, so that the colour-blind tell them apart;
  /// each family has a line of its own besides. Cinnabar is for what an editor marks.
  static let css = """
    :root {
      color-scheme: light dark;
      --paper: #fbfaf6; --card: #ffffff; --ink: #1e1c19; --soft: #5f5a52; --rule: #ddd7cb; --cinnabar: #a32a16;
      --alarm: #fdf0ec; --glow: #fff3c4;
      --person: #005f9e; --title: #b34700; --container: #97316f; --imprint: #00694d; --date: #75600a;
      --number: #5b5b66; --locator: #8a1f1f; --access: #23718f;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171614; --card: #1f1d1a; --ink: #e9e4da; --soft: #a9a295; --rule: #3a362f; --cinnabar: #ff8a70;
        --alarm: #34201b; --glow: #4a3f17;
        --person: #72bdf0; --title: #f2a367; --container: #e59ccb; --imprint: #4fcfa6; --date: #dfc65a;
        --number: #b9b9c6; --locator: #f39a9a; --access: #86d3ee;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3.5rem) 4rem; max-width: 82rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;
      text-autospace: normal; text-spacing-trim: trim-start; overflow-wrap: break-word;
    }
    a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .2em; }
    a:focus-visible, summary:focus-visible { outline: 2px solid var(--cinnabar); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { position: static; }
    h1, h2, h3, h4, h5 { line-height: 1.3; text-wrap: balance; font-weight: 600; }
    h1 { margin: 2.6rem 0 .6rem; font-size: clamp(1.5rem, 3vw, 2.1rem); letter-spacing: -.01em; }
    h2.document { margin: 4rem 0 .6rem; padding-top: 1.4rem; border-top: 3px double var(--ink); font-size: 1.5rem; }
    .summary, .legend ul, .contents, .losses ul, .notes ol { list-style: none; margin: 0; padding: 0; }
    .path { margin: 0 0 .5rem; color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
    .summary { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; color: var(--soft); }
    .summary b { color: var(--ink); font-size: 1.15em; font-variant-numeric: tabular-nums; }
    .contents li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .35rem 0;
      border-bottom: 1px solid var(--rule); }
    .counts, .why, .printed { color: var(--soft); }

    .legend { position: sticky; top: 0; z-index: 1; margin: 1.4rem 0; padding: .55rem 0; background: var(--paper);
      border-block: 1px solid var(--rule); font-size: .85rem; }
    .legend ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }

    .losses { margin: 1.5rem 0 2.5rem; padding: .9rem 1.3rem 1.1rem; background: var(--alarm);
      border-inline-start: 4px solid var(--cinnabar); border-radius: 2px; }
    .losses.whole { background: var(--card); border-color: var(--imprint); }
    .losses :is(h2, h3) { margin: 0 0 .3rem; font-size: 1.1rem; }
    .losses :is(h3, h4) + ul { margin-bottom: .8rem; }
    .losses h2 ~ h3, .losses h3 ~ h4 { margin: .7rem 0 .15rem; font-size: .95rem; }
    .losses p { margin: .2rem 0; }
    .losses li { padding: .12rem 0; }
    .losses li a { color: var(--cinnabar); font-weight: 600; margin-inline-end: .15em; }
    .losses details { margin-top: .6rem; }
    .losses .why a { font-weight: 400; color: inherit; }
    .tag { padding: .05em .4em; border: 1px solid var(--rule); border-radius: 3px; font-size: .75em; color: var(--soft);
      white-space: nowrap; }

    .reading { font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, "Noto Serif", Georgia, serif; }
    .reading:lang(ja) { font-family: "Noto Serif CJK JP", "Hiragino Mincho ProN", "Yu Mincho", serif; }
    .reading header.page { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1rem; margin: 2.2rem 0 .8rem;
      border-top: 1px solid var(--rule); padding-top: .7rem; font-family: system-ui, sans-serif; color: var(--soft); }
    header.page :is(h2, h3) { margin: 0; font-size: .95rem; color: var(--ink); }
    header.page .printed { font-weight: 400; margin-inline-start: .6em; }
    .furniture { margin: 0; font-size: .8rem; }
    .row { display: grid; grid-template-columns: minmax(0, 38rem) minmax(0, 1fr);
      gap: 0 clamp(2rem, 4vw, 3.6rem); }
    .row + .row { margin-top: .2rem; }
    .text { font-size: 1.06rem; line-height: 1.85; }
    .text p { margin: 0; text-align: justify; }
    .text:lang(zh) p, .text:lang(ja) p { text-indent: 2em; line-break: strict; }
    .text p + p:not(:lang(zh)) { margin-top: .4em; }
    .text :is(h2, h3, h4) { margin: 1.3em 0 .5em; font-size: 1.15em; }
    .marker { line-height: 0; font-size: .78em; vertical-align: .45em; padding-inline: .08em; text-indent: 0;
      font-variant-numeric: lining-nums; }
    .marker.raised { font-size: 1em; vertical-align: baseline; }
    .marker a, .label { color: var(--cinnabar); text-decoration: none; font-weight: 600; }
    .marker a:hover, a.label:hover { text-decoration: underline; }
    .marker.lost a { background: var(--cinnabar); color: var(--paper); padding: 0 .18em; border-radius: 2px; }
    .marker.doubtful { border-bottom: 2px dotted var(--cinnabar); }

    .notes { font-size: .92rem; line-height: 1.7; padding-bottom: 1.2rem; }
    .note { display: grid; grid-template-columns: 2.2em minmax(0, 1fr); padding: .45rem .5rem .45rem 0;
      border-top: 1px solid var(--rule); }
    .note:first-child { border-top-color: transparent; }
    .note .label { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    .note p { margin: 0; }
    .note-text { hanging-punctuation: allow-end; }
    .note:target, .marker:target { background: var(--glow); }
    .state, .pointer, .kind, .record, .leftover .tag { font: .82rem/1.5 system-ui, "Noto Sans", sans-serif; }
    .kind, .pointer, .record { color: var(--soft); }
    .state { color: var(--cinnabar); font-weight: 500; }
    .back { text-decoration: underline dotted; }
    .leftover { margin: .5rem 0 0 2.2em; color: var(--soft); font-size: .9em; }
    summary { cursor: pointer; width: fit-content; }
    .record.doubtful summary b { color: var(--cinnabar); font-weight: 600; }
    dl { margin: .2rem 0 .5rem; padding: .4rem .7rem; background: var(--card); border: 1px solid var(--rule);
      border-radius: 3px; }
    dl div { display: grid; grid-template-columns: 8.5em minmax(0, 1fr); gap: 0 .6em; }
    dt { color: var(--soft); }
    dd { margin: 0; color: var(--ink); overflow-wrap: anywhere; }

    .f { text-decoration-line: underline; text-decoration-thickness: 1.5px; text-underline-offset: .26em;
      text-underline-position: under; text-decoration-skip-ink: none; }
    .f.person { color: var(--person); }
    .f.title { color: var(--title); text-decoration-style: double; }
    .f.container { color: var(--container); text-decoration-style: dashed; }
    .f.imprint { color: var(--imprint); text-decoration-style: dotted; text-decoration-thickness: 2px; }
    .f.date { color: var(--date); text-decoration-style: wavy; text-decoration-thickness: 1px; }
    .f.number { color: var(--number); text-decoration-thickness: 3px; }
    .f.locator { color: var(--locator); text-decoration-style: dashed; text-decoration-thickness: 3px; }
    .f.access { color: var(--access); text-decoration-style: dotted; text-decoration-thickness: 3px; }
    footer { margin-top: 3rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .85rem; }

    @media (max-width: 62rem) {
      .row { display: block; max-width: 42rem; }
      .notes { margin: .8rem 0 1.4rem; border-top: 1px solid var(--ink); width: 100%; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media print {
      @page { margin: 20mm 18mm; }
      :root {
        --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --cinnabar: #8c1f0d; --alarm: #fff;
        --person: #005f9e; --title: #b34700; --container: #97316f; --imprint: #00694d; --date: #75600a;
        --number: #5b5b66; --locator: #8a1f1f; --access: #23718f;
      }
      body { max-width: none; padding: 0; font-size: 10pt; }
      h1 { margin-top: 0; }
      .skip, .record, .losses details:not([open]) { display: none; }
      .legend { position: static; }
      .losses { border: 1px solid var(--rule); border-inline-start: 4px solid var(--cinnabar); break-inside: avoid; }
      .row { display: block; }
      .text { font-size: 10.5pt; line-height: 1.7; orphans: 2; widows: 2; }
      .notes { font-size: 8.5pt; line-height: 1.5; margin: 3mm 0 5mm; padding: 0; border: 0; }
      .notes::before { content: ""; display: block; width: 30%; border-top: .5pt solid #000; margin-bottom: 1mm; }
      .note { border: 0; padding: .6mm 0; break-inside: avoid; }
      .marker.lost a { background: none; color: var(--cinnabar); outline: 1pt solid; }
      header.page { break-after: avoid; }
      article { break-before: page; }
      footer { display: none; }
    }

    """
}
