package import Cooperation

// What the field's kinds are called in the interface.
extension Claim.State {
  package var name: Phrase {
    switch self {
    case .inferred: Phrase("claim.inferred", "Inferred")
    case .claimed: Phrase("claim.claimed", "Claimed")
    case .confirmed: Phrase("claim.confirmed", "Confirmed")
    case .disputed: Phrase("claim.disputed", "Disputed")
    case .silent: Phrase("claim.silent", "Silent")
    }
  }

  /// What the state means, in a few words.
  package var meaning: Phrase {
    switch self {
    case .inferred: Phrase("claim.inferred.meaning", "a list says so; neither side has spoken")
    case .claimed: Phrase("claim.claimed.meaning", "one side says so")
    case .confirmed: Phrase("claim.confirmed.meaning", "both sides say so")
    case .disputed: Phrase("claim.disputed.meaning", "the other side says no")
    case .silent: Phrase("claim.silent.meaning", "on record, and nobody has spoken")
    }
  }
}

extension Organisation.Kind {
  package var name: Phrase {
    switch self {
    case .network: Phrase("kind.network", "City network")
    case .association: Phrase("kind.association", "Association of local governments")
    case .localGovernment: Phrase("kind.local-government", "Local government")
    case .nationalAuthority: Phrase("kind.national-authority", "National authority")
    case .platform: Phrase("kind.platform", "Platform")
    case .internationalOrganisation: Phrase("kind.international-organisation", "International organisation")
    case .civilSociety: Phrase("kind.civil-society", "NGO or civil society")
    case .academic: Phrase("kind.academic-institution", "Academic institution")
    case .privateSector: Phrase("kind.private-sector", "Private sector")
    }
  }
}

extension Organisation.Standing {
  package var name: Phrase {
    switch self {
    case .inferred: Phrase("standing.inferred", "Known from a list; nobody speaks for it yet")
    case .claimed: Phrase("standing.claimed", "Keeps its own page")
    case .verified: Phrase("standing.verified", "Verified")
    case .invented: Phrase("standing.invented", "Invented for the demonstration: it does not exist")
    }
  }
}

extension Mandate.Role {
  package var name: Phrase {
    switch self {
    case .politicalLeader: Phrase("mandate.political-leader", "Political leader")
    case .technicalLeader: Phrase("mandate.technical-leader", "Technical leader")
    case .officer: Phrase("mandate.officer", "Officer")
    case .expert: Phrase("mandate.expert", "Expert")
    }
  }
}

extension Partnership.Form {
  package var name: Phrase {
    switch self {
    case .twinning: Phrase("form.twinning", "Twinning")
    case .cityToCity: Phrase("form.city-to-city", "City-to-city")
    case .associationCapacityBuilding: Phrase("form.association-capacity-building", "Association capacity building")
    case .southSouth: Phrase("form.south-south", "South–South")
    case .triangular: Phrase("form.triangular", "Triangular")
    case .network: Phrase("form.network", "Network")
    case .programme: Phrase("form.project-or-programme", "Project or programme")
    }
  }
}

extension Party.Role {
  package var name: Phrase {
    switch self {
    case .lead: Phrase("party.lead", "Lead")
    case .partner: Phrase("party.partner", "Partner")
    case .facilitator: Phrase("party.facilitator", "Facilitator")
    case .funder: Phrase("party.funder", "Funder")
    case .thirdParty: Phrase("party.third-party", "Third party")
    }
  }
}

extension LogEntry.Kind {
  package var name: Phrase {
    switch self {
    case .visit: Phrase("log.visit", "Visit")
    case .meeting: Phrase("log.meeting", "Meeting")
    case .decision: Phrase("log.decision", "Decision")
    case .result: Phrase("log.result", "Result")
    case .dissemination: Phrase("log.dissemination", "Dissemination")
    case .handover: Phrase("log.handover", "Handover")
    case .note: Phrase("log.note", "Note")
    }
  }
}

extension Outcome.Level {
  package var name: Phrase {
    switch self {
    case .activity: Phrase("level.activity", "Activity")
    case .output: Phrase("level.output", "Output")
    case .outcome: Phrase("level.outcome", "Outcome")
    case .impact: Phrase("level.impact", "Impact")
    }
  }
}

extension Account.Role {
  package var name: Phrase {
    switch self {
    case .reader: Phrase("role.reader", "Reads what is internal")
    case .editor: Phrase("role.editor", "Edits")
    case .owner: Phrase("role.owner", "Owns, and lets others in")
    }
  }
}
