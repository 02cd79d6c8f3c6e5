"""Nouns that tell what a person is or does: offices, trades, parts played in an event."""

from __future__ import annotations

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.names import TITLES
from compare_tui.comparison.differences.tokens import Token

ROLE_NOUNS = TITLES | word_set("""
    driver pilot official owner boss counterpart suspect victim winner champion defendant author teacher
    founder player striker goalkeeper keeper analyst expert lawyer widow wife husband brother sister mother
    father accountant bookkeeper treasurer auditor banker broker trader economist scientist researcher
    biologist zoologist chemist physicist engineer architect builder plumber electrician carpenter mechanic
    farmer fisherman gardener butcher baker cook chef waiter waitress barman postman postwoman courier
    nurse midwife surgeon paramedic dentist vet pharmacist psychologist psychiatrist
    soldier sailor airman policeman policewoman firefighter fireman guard warden lifeguard bodyguard
    journalist reporter editor photographer writer novelist poet playwright composer singer musician actor
    actress comedian dancer painter sculptor designer model presenter
    footballer defender midfielder winger skipper substitute referee umpire jockey cyclist swimmer
    runner boxer golfer
    student pupil professor academic historian librarian headteacher
    priest vicar monk nun
    candidate challenger incumbent rival opponent deputy aide adviser advisor envoy diplomat consul attache
    councillor lawmaker legislator campaigner activist protester demonstrator organiser organizer
    barrister solicitor magistrate juror clerk bailiff plaintiff complainant
    thief burglar robber fraudster killer murderer attacker gunman hostage-taker kidnapper smuggler
    passenger commuter pedestrian motorist tourist visitor villager neighbour neighbor landlord tenant
    shopkeeper trader salesman saleswoman cashier
    daughter son uncle aunt cousin grandmother grandfather girlfriend boyfriend partner fiancee parent
    teenager pensioner toddler baby
    """)
"""Words that may stand for a person in place of a name."""

VAGUE_PEOPLE = word_set("man woman person boy girl youth")
"""Words that tell next to nothing about a person."""


def is_role(token: Token) -> bool:
    """Tell whether a word tells what a person is; "major" and "justice" do so only with a capital."""
    return token.norm in ROLE_NOUNS and (token.norm not in ("major", "justice") or token.capital)
