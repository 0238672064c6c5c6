"""Facts about the first case that its tables have to keep."""


def test_the_article_starts_with_its_own_first_words_and_keeps_its_marks(case):
    assert case.text.startswith("Russian President Vladimir Putin held talks")
    assert case.text.endswith("Inputs from AP\n\n")
    assert sorted({c for c in case.text if ord(c) > 127}) == ["’", "“", "”"]
    assert len(case.text) == 2807


def test_every_report_row_has_come_over(case):
    assert len(case.reports) == 178
    assert len(case.claims) >= 22


def test_one_claim_counts_kilometres_and_its_bounds_are_typed(case):
    [row] = case.claims[case.claims["counted"] == "km"].to_dict("records")
    assert (row["quantity"], row["low"], row["high"]) == ("1,000-km", 1000, 1000)
    assert case.claims["low"].notna().sum() == 9


def test_two_reports_give_no_figure_and_one_gives_a_true_zero(case):
    assert (case.reports["qualifier"] == "no_figure").sum() == 2
    assert list(case.reports.loc[case.reports["value"] == 0, "qualifier"]) == ["exact"]


def test_every_kind_of_problem_has_its_example(case):
    assert set(case.reports["problem"]) >= {
        "stale_total",
        "partial",
        "mixed_denominator",
        "transmission_error",
    }


def test_both_accusing_and_accused_stand_in_the_claims(case):
    accusations = case.claims[case.claims["kind"] == "accusation"]
    sides = case.sources.loc[accusations["speaker"], "side"]
    assert list(sides).count("TJK") == 3
    assert list(sides).count("KGZ") == 0


def test_the_slots_named_in_the_design_are_all_there(case):
    slots = {"actor", "act", "object", "manner", "pace", "offer", "closing"}
    assert slots <= set(case.statements["slot"])
    changes = {"kept", "reworded", "dropped", "added", "softened", "strengthened", "re-quoted"}
    assert changes == set(case.wording["change"])


def test_two_places_of_the_statement_are_kept(case):
    kept = case.wording[case.wording["change"] == "kept"]
    assert list(kept.index) == ["w01", "w03"]
    assert set(kept["meaning"]) == {"same"}


def test_a_contested_charge_in_our_notes_is_somebody_s(case):
    told = r"alleg|charge|accus|says|said|list|has it"
    for table in (case.reports, case.claims, case.relays, case.statements, case.wording):
        for column in {"note", "counted", "evidence"} & set(table):
            charged = table[column][
                table[column].str.contains(r"mosque|attack|planned|provocation|aggression|invasion")
            ]
            assert charged[~charged.str.contains(told)].to_dict() == {}


def test_the_state_behind_an_outlet_is_noted_for_every_country_alike(case):
    behind = {
        "Kyrgyz": ["kabar"], "Russian": ["ria", "sputnik", "tass", "rt"], "Turkish": ["anadolu", "trt"],
        "United States": ["rferl"], "United Kingdom": ["bbc"], "Qatar": ["aljazeera"], "France": ["afp"],
    }  # fmt: skip
    for country, outlets in behind.items():
        assert case.sources.loc[outlets, "note"].str.contains(country).all(), country
    offices = case.sources[case.sources["note"].str.contains("state (?:agency|broadcaster)")]
    assert (offices["side"] != "none").all()
