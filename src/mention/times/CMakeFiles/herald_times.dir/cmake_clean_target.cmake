file(REMOVE_RECURSE
  "libherald_times.a"
)
