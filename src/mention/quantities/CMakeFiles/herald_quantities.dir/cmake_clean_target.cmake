file(REMOVE_RECURSE
  "libherald_quantities.a"
)
