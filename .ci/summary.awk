# Reads the output of `swift test` and prints `N passed, N failed` as its last line. Fails unless the run came to its end.
/Test run with [0-9]+ tests?/ {
  ended = 1
  for (i = 1; i < NF; i++) if ($i == "with" && $(i + 1) ~ /^[0-9]+$/) { total += $(i + 1); break }
}
/ Test .* failed after / && !/Test run with/ && !/Test case passing/ { failed++ }
END {
  if (!ended) { print "The tests did not run to their end." > "/dev/stderr"; exit 1 }
  printf "%d passed, %d failed\n", total - failed, failed
  if (failed) exit 1
}
