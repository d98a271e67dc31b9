# language: en
Feature: The way back asks for nothing
  The same sentences in English, with English names.

  Background:
    Given that the pathway "National base model" is in use
    And today is 2025-06-02
    And the client is in the state "Support for inclusion"

  Scenario: The client returns without a referral
    When the client makes the move "Take up coaching again"
    Then the client is in the state "Rapid job search"

  Scenario: Half a year reminds somebody and moves nobody
    When 7 months pass
    Then the deadline "Half-yearly look during inclusion" has passed
    And the "social counsellor" is told about the deadline "Half-yearly look during inclusion"
    And the client is in the state "Support for inclusion"
    And the "social counsellor" is responsible for the state
    And the move "Return to services" is possible for the "client"
