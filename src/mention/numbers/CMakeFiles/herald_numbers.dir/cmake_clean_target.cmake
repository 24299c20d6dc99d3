file(REMOVE_RECURSE
  "libherald_numbers.a"
)
