# language: en
Feature: The scale measures a service and never a client
  The 25 criteria are international, so this page is in English: a reviewer from elsewhere should be able to read what
  a review leads to here. A late review is told of; it ends nothing, and it changes nobody's way to coaching.

  Background:
    Given that the pathway "Fidelity review cycle" is in use
    And today is 2025-06-02

  Scenario: A late review is told to the team leader and moves nothing
    Given that the fidelity review is in the state "Developing, below 100 points"
    When 7 months pass
    Then the deadline "New review, after half a year" has passed
    And the "coach team leader" is told about the deadline "New review, after half a year"
    And the fidelity review is in the state "Developing, below 100 points"
    And the "coach team leader" is responsible for the state

  Scenario: A new review starts from the plan, even for a good service
    Given that the fidelity review is in the state "Good fidelity, 100 points or more"
    When the "service developer" makes the move "Start a new review"
    Then the fidelity review is in the state "Review being planned"
    And the move "The review is planned" is not possible for the "coach team leader"

  Scenario: Reviews end for a reason that is told
    Given that the fidelity review is in the state "Gathering evidence"
    When the "coach team leader" tries the move "End the reviews"
    Then the move is refused
    And the reason is "no reason was given"
    When the "coach team leader" makes the move "End the reviews" for the reason "another way of reviewing was taken"
    Then the fidelity review is in the state "Reviews ended"
