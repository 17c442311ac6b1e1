// Filled by the next commits.
import YinzhuModel
import YinzhuText
