extension CommandLineFace {
  /// Every command, in the order in which help tells them.
  static let all: [Command] = [
    serve, demo, importing, export, check, match, circles, cohort, addUser, listUsers, disableUser, eraseUser,
    migrating, backup, restore, doctor, routes, version,
  ]
}
