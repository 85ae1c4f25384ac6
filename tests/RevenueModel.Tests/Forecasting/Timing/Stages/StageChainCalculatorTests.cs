using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Forecasting;

namespace RevenueModel.Tests.Forecasting.Timing.Stages;

public class StageChainCalculatorTests
{
    private static readonly string[] Stages = ["Discovery", "Proposal", "Contract"];
    private static readonly LocalDate Start = new(2027, 1, 1);

    [Fact]
    public void ADealThatCanOnlyAdvanceIsWonInTheEnd()
    {
        StageChain chain = StageChain.InOrder(["A", "B"], [0.5, 0.25], [0, 0]);
        Assert.Equal(
            [new StageAbsorption("A", 1, 0, 6), new StageAbsorption("B", 1, 0, 4)],
            StageChainCalculator.Absorption(chain));
    }

    [Fact]
    public void ADealThatCannotLeaveStaysOpen()
    {
        StageChain chain = StageChain.Of(
            Stage("A", StageHazards.Of(0.25, 0, 0, 0.25)), Stage("B", StageHazards.Of(0, 0)),
            Stage("C", StageHazards.Of(0, 0, 0, 0, 0, 1)), Stage("D", StageHazards.Of(0, 0, 0, 0, 1)));
        ValueList<StageAbsorption> ends = StageChainCalculator.Absorption(chain);
        Assert.Equal(new StageAbsorption("A", 0.5, 0, null), ends[0]);
        Assert.All(ends.Skip(1), end => Assert.Equal((0d, 0d, (double?)null), (end.Won, end.Lost, end.MeanPeriods)));
    }

    // 0.7 + 0.2 + 0.1 is less than one in binary.
    [Fact]
    public void ACertainExitLeavesNothingByRounding()
    {
        StageChain chain = StageChain.Of(
            new ChainStage { Name = "A", Hazards = [StageHazards.Of(0.7, 0.2, 0, 0.1), StageHazards.Of(0, 0)] },
            Stage("B", StageHazards.Of(1, 0)));
        Assert.Equal(0, chain.Stages[0].Hazards[0].Stay);
        StageAbsorption end = StageChainCalculator.Absorption(chain)[0];
        Assert.Equal(0.8, end.Won, 1e-15);
        Assert.Equal(0.2, end.Lost, 1e-15);
        Assert.Equal(1.1, end.MeanPeriods!.Value, 1e-15);
        Assert.Equal(1e-15, StageHazards.Of(1 - 1e-15, 0).Stay, 1e-16);
    }

    [Fact]
    public void ASumAboveOneByRoundingDoesNotGrow()
    {
        StageChain chain = StageChain.Of(
            Stage("A", StageHazards.Of(1e-3, 1e-3, 0, 1 - 2e-3 + 9e-13)), Stage("B", StageHazards.Of(0, 0, 1)));
        Assert.Equal(0.5, StageChainCalculator.WonBy(chain, "A", 100_000), 1e-12);
        for (int i = 1; i <= 1_000; i++)
        {
            StageChain certain = StageChain.Of(
                Stage("A", StageHazards.Of(i / 1_001d, 0, 0, 1 - (i / 1_001d))), Stage("B", StageHazards.Of(1, 0)));
            Assert.InRange(StageChainCalculator.WonBy(certain, "A", 50), 1 - 1e-14, 1);
        }
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-10)]
    [InlineData(1e-17)]
    [InlineData(1e-200)]
    public void DealsThatGoAroundManyTimesKeepTheirDigits(double exit)
    {
        StageChain chain = StageChain.Of(
            Stage("A", StageHazards.Of(exit, 0, 0, 1 - exit)), Stage("B", StageHazards.Of(0, exit, 1 - exit)));
        ValueList<StageAbsorption> ends = StageChainCalculator.Absorption(chain);
        Assert.Equal(1, ends[0].MeanPeriods!.Value * exit, 1e-14);
        Assert.Equal(1 / (2 - exit), ends[0].Won, 1e-14);
        Assert.Equal(1 / (2 - exit), ends[1].Lost, 1e-14);
    }

    [Fact]
    public void AMeanBeyondTheRangeOfADoubleIsForEver()
    {
        StageChain chain = StageChain.Of(
            Stage("A", StageHazards.Of(5e-324, 0)), Stage("B", StageHazards.Of(0.5, 0, 0.5)));
        Assert.Equal(
            [new StageAbsorption("A", 1, 0, null), new StageAbsorption("B", 1, 0, null)],
            StageChainCalculator.Absorption(chain));
    }

    // Days 1 and 2 cannot win, day 3 wins for certain.
    [Fact]
    public void TheTimeInTheStageDecides()
    {
        StageChain chain = StageChain.Of(new ChainStage
        {
            Name = "A", Hazards = [StageHazards.Of(0, 0), StageHazards.Of(0, 0.5), StageHazards.Of(1, 0)],
        });
        Assert.Equal([0d, 0, 0.5, 0.5], StageChainCalculator.WonByPeriods(chain, "a", 4));
        Assert.Equal(1, StageChainCalculator.WonBy(chain, "A", 1, periodsInStage: 2));
        Assert.Equal(1, StageChainCalculator.WonBy(chain, "A", 1, periodsInStage: 9));
        Assert.Equal(0, StageChainCalculator.WonBy(chain, "A", 1));
        Assert.Equal(new StageAbsorption("A", 0.5, 0.5, 2.5), StageChainCalculator.Absorption(chain)[0]);
    }

    [Property(MaxTest = 40)]
    public void RatesAreThoseOfAWalkOverTheDays(int seed)
    {
        var random = new Random(seed);
        DealHistory[] histories = [.. Enumerable.Range(0, 40).Select(i => History(random, i))];
        LocalDate asOf = Start.PlusDays(random.Next(20, 90));
        StageChainEstimate estimate = StageChainCalculator.Measure(Stages, histories, asOf, minimumExits: 1_000);
        (Dictionary<string, long> days, Dictionary<(string From, string To), int> exits) =
            StageLogOracle.Count(histories, asOf);
        for (int i = 0; i < Stages.Length; i++)
        {
            StageExposure stage = estimate.Stages[i];
            StageHazards hazards = Assert.Single(estimate.Chain.Stages[i].Hazards);
            long exposure = days.GetValueOrDefault(Stages[i]);
            Assert.Equal(exposure, stage.Days);
            Assert.Equal(exits.Where(exit => exit.Key.From == Stages[i]).Sum(exit => exit.Value), stage.ExitCount);
            foreach (StageExit exit in stage.Exits)
            {
                string to = exit.Stage
                    ?? (exit.Outcome == DealOutcome.Won ? StageLogOracle.Won : StageLogOracle.Lost);
                int count = exits.GetValueOrDefault((Stages[i], to));
                Assert.Equal(count, exit.Count);
                Assert.Equal(exposure == 0 ? null : (double)count / exposure, exit.DailyRate);
                Assert.Equal(ProportionCalculator.Wilson(count, exposure), exit.Interval);
            }

            Assert.Equal(stage.Exits[0].DailyRate ?? 0, hazards.Won);
            Assert.Equal(stage.Exits[1].DailyRate ?? 0, hazards.Lost);
        }
    }

    [Property(MaxTest = 40)]
    public void FutureFactsHaveNoEffect(int seed)
    {
        var random = new Random(seed);
        DealHistory[] histories = [.. Enumerable.Range(0, 40).Select(i => History(random, i))];
        LocalDate asOf = Start.PlusDays(random.Next(5, 60));
        DealHistory[] known = [.. histories.Select(history => Known(history, asOf))];
        StageChainEstimate one = StageChainCalculator.Measure(Stages, histories, asOf, minimumExits: 5);
        Assert.Equal(one, StageChainCalculator.Measure(Stages, known, asOf, minimumExits: 5));
    }

    // The share of visits that leave on a day among those that are still in the stage on it.
    [Fact]
    public void RatesByDaysInTheStageAreExitsByVisitsAtRisk()
    {
        DealHistory[] histories =
        [
            Closed("1", DealOutcome.Won, 2), Closed("2", DealOutcome.Won, 2), Closed("3", DealOutcome.Lost, 4),
            Closed("4", DealOutcome.Won, 4), Closed("5", DealOutcome.Lost, 5), OpenSince("6", 6),
        ];
        StageChainEstimate estimate = StageChainCalculator.Measure(
            ["Only"], histories, Start.PlusDays(6), minimumExits: 5);
        ValueList<StageHazards> hazards = estimate.Chain.Stages[0].Hazards;
        Assert.True(estimate.Stages[0].IsTimeDependent);
        Assert.Equal(7, hazards.Count);
        Assert.Equal(StageHazards.Of(0, 0), hazards[0]);
        Assert.Equal(StageHazards.Of(2 / 6d, 0), hazards[1]);
        Assert.Equal(StageHazards.Of(1 / 4d, 1 / 4d), hazards[3]);
        Assert.Equal(StageHazards.Of(0, 1 / 2d), hazards[4]);
        Assert.Equal(StageHazards.Of(0, 0), hazards[5]);
        Assert.Equal(StageHazards.Of(3 / 23d, 2 / 23d), hazards[6]);
        Assert.Equal(23, estimate.Stages[0].Days);
    }

    [Fact]
    public void AVisitWithAnUnknownEntryCountsFromTheFirstKnownDay()
    {
        DealHistory history = new()
        {
            Deal = "1", Outcome = DealOutcome.Won, Closed = Start.PlusDays(20),
            Entries =
            [
                new() { Stage = "Discovery", Left = Start.PlusDays(12) },
                new() { Stage = "Contract", Entered = Start.PlusDays(12), Left = Start.PlusDays(20) },
            ],
            CloseDateChanges = [new(Start.PlusDays(5), null, Start.PlusDays(30))],
        };
        StageChainEstimate estimate = StageChainCalculator.Measure(Stages, [history], Start.PlusDays(30), 1);
        Assert.Equal(7, estimate.Stages[0].Days);
        Assert.Equal(1, estimate.Stages[0].LateEntryCount);
        Assert.Equal(1, estimate.Stages[0].ExitCount);
        Assert.False(estimate.Stages[0].IsTimeDependent);
        Assert.True(estimate.Stages[2].IsTimeDependent);

        DealHistory unknown = history with { CloseDateChanges = [] };
        estimate = StageChainCalculator.Measure(Stages, [unknown], Start.PlusDays(30), 1);
        Assert.Equal(0, estimate.Stages[0].Days);
        Assert.Equal(0, estimate.Stages[0].ExitCount);
        Assert.Equal(8, estimate.Stages[2].Days);
    }

    [Fact]
    public void AReturnToAnEarlierStageIsAMove()
    {
        DealHistory history = new()
        {
            Deal = "1", Outcome = DealOutcome.Open,
            Entries =
            [
                new() { Stage = "Discovery", Entered = Start, Left = Start.PlusDays(3) },
                new() { Stage = "Proposal", Entered = Start.PlusDays(3), Left = Start.PlusDays(8) },
                new() { Stage = "Discovery", Entered = Start.PlusDays(8) },
            ],
        };
        StageChainEstimate estimate = StageChainCalculator.Measure(Stages, [history], Start.PlusDays(10));
        Assert.Equal(2, estimate.Stages[0].VisitCount);
        Assert.Equal(5, estimate.Stages[0].Days);
        Assert.Equal(1 / 5d, estimate.Chain.Stages[0].Hazards[0].Moves[1]);
        Assert.Equal(1 / 5d, estimate.Chain.Stages[1].Hazards[0].Moves[0]);
    }

    [Fact]
    public void AStageOfOneDayIsPassedOver()
    {
        DealHistory history = new()
        {
            Deal = "1", Outcome = DealOutcome.Lost, Closed = Start.PlusDays(9),
            Entries =
            [
                new() { Stage = "Proposal", Entered = Start, Left = Start },
                new() { Stage = "Discovery", Entered = Start, Left = Start.PlusDays(4) },
                new() { Stage = "Proposal", Entered = Start.PlusDays(4), Left = Start.PlusDays(4) },
                new() { Stage = "Discovery", Entered = Start.PlusDays(4), Left = Start.PlusDays(7) },
                new() { Stage = "Proposal", Entered = Start.PlusDays(7), Left = Start.PlusDays(7) },
                new() { Stage = "Contract", Entered = Start.PlusDays(7), Left = Start.PlusDays(9) },
            ],
        };
        StageChainEstimate estimate = StageChainCalculator.Measure(Stages, [history], Start.PlusDays(30));
        Assert.Equal([7L, 0L, 2L], estimate.Stages.Select(stage => stage.Days));
        Assert.Equal([1, 0, 1], estimate.Stages.Select(stage => stage.VisitCount));
        Assert.Equal("Contract", estimate.Stages[0].Exits[2].Stage);
        Assert.Equal(1, estimate.Stages[2].Exits[1].Count);
    }

    [Fact]
    public void AGapInTheLogEndsAVisitWithoutAnExit()
    {
        DealHistory history = new()
        {
            Deal = "1", Outcome = DealOutcome.Open,
            Entries =
            [
                new() { Stage = "Discovery", Entered = Start, Left = Start.PlusDays(3) },
                new() { Stage = "Contract", Entered = Start.PlusDays(8) },
            ],
        };
        StageChainEstimate estimate = StageChainCalculator.Measure(Stages, [history], Start.PlusDays(10));
        Assert.Equal(1, estimate.UnknownExitCount);
        Assert.Equal(0, estimate.Stages[0].ExitCount);
        Assert.Equal([3L, 0L, 2L], estimate.Stages.Select(stage => stage.Days));
    }

    [Fact]
    public void HistoriesWithoutADayAreCounted()
    {
        DealHistory sameDay = Closed("1", DealOutcome.Won, 0);
        DealHistory later = OpenSince("2", 0) with
        {
            Entries = [new() { Stage = "Only", Entered = Start.PlusDays(50) }],
        };
        DealHistory unknown = OpenSince("3", 0) with { Entries = [new() { Stage = "Only" }] };
        StageChainEstimate estimate = StageChainCalculator.Measure(
            ["Only"], [sameDay, later, unknown, OpenSince("4", 3)], Start.PlusDays(9));
        Assert.Equal(1, estimate.DealCount);
        Assert.Equal(3, estimate.WithoutDaysCount);
    }

    [Fact]
    public void AClosedDealWithoutADateIsExcludedAndCounted()
    {
        DealHistory undated = Closed("1", DealOutcome.Lost, 4) with
        {
            Closed = null,
            Entries =
            [
                new() { Stage = "Only", Entered = Start, Left = Start.PlusDays(2) },
                new() { Stage = "Last", Entered = Start.PlusDays(2) },
            ],
        };
        DealHistory open = OpenSince("2", 0);
        StageChainEstimate estimate = StageChainCalculator.Measure(
            ["Only", "Last"], [undated, open], Start.PlusDays(100));
        Assert.Equal([100L, 0L], estimate.Stages.Select(stage => stage.Days));
        Assert.Equal((1, 0, 1), (estimate.DealCount, estimate.WithoutDaysCount, estimate.ClosedWithoutDateCount));
        Assert.EndsWith("0 without days, 1 closed without a date", estimate.ToString());

        // Known on the day: the deal was in its first stage.
        estimate = StageChainCalculator.Measure(["Only", "Last"], [undated, open], Start.PlusDays(1));
        Assert.Equal((2, 0), (estimate.DealCount, estimate.ClosedWithoutDateCount));

        // The end of the last visit is known.
        DealHistory left = Closed("1", DealOutcome.Lost, 4) with { Closed = null };
        estimate = StageChainCalculator.Measure(["Only"], [left], Start.PlusDays(100));
        Assert.Equal((4L, 1), (estimate.Stages[0].Days, estimate.Stages[0].Exits[1].Count));
    }

    [Fact]
    public void LaterStagesNeedNoName()
    {
        DealHistory history = OpenSince("1", 0) with
        {
            Entries =
            [
                new() { Stage = "Only", Entered = Start, Left = Start.PlusDays(9) },
                new() { Stage = "Renamed", Entered = Start.PlusDays(9), Left = Start.PlusDays(7) },
            ],
        };
        Assert.Equal(
            StageChainCalculator.Measure(["Only"], [OpenSince("1", 0)], Start.PlusDays(5)),
            StageChainCalculator.Measure(["Only"], [history], Start.PlusDays(5)));
        Refusal.By<ArgumentException>(
            "histories", () => StageChainCalculator.Measure(["Only"], [history], Start.PlusDays(9)));
    }

    [Fact]
    public void FrozenDaysAreNoDaysInAStage()
    {
        var clock = new DealClock
        {
            Freezes =
            [
                new() { Days = DateSpan.Between(Start.PlusDays(3), Start.PlusDays(8)), Scope = "Plant 4" },
                new() { Days = DateSpan.Between(Start.PlusDays(20), Start.PlusDays(30)) },
            ],
        };
        DealHistory[] histories = [Closed("1", DealOutcome.Won, 12), OpenSince("2", 0)];
        StageChainEstimate all = StageChainCalculator.Measure(
            ["Only"], histories, Start.PlusDays(25), clock: clock);
        Assert.Equal(12 + 19, all.Stages[0].Days);
        StageChainEstimate plant = StageChainCalculator.Measure(
            ["Only"],
            histories,
            Start.PlusDays(25),
            minimumExits: 1,
            clock: clock,
            scope: history => new DealScope { Names = history.Deal == "1" ? ["plant 4"] : [] });
        Assert.Equal(7 + 19, plant.Stages[0].Days);
        Assert.Equal(StageHazards.Of(1 / 2d, 0), plant.Chain.Stages[0].Hazards[6]);

        // A close within the freeze counts on the day before it.
        StageChainEstimate within = StageChainCalculator.Measure(
            ["Only"], [Closed("1", DealOutcome.Won, 23)], Start.PlusDays(25), clock: clock);
        Assert.Equal((19L, 1), (within.Stages[0].Days, within.Stages[0].ExitCount));
        Assert.Equal(1, StageChainCalculator.Measure(
            ["Only"],
            [OpenSince("1", 0) with { Entries = [new() { Stage = "Only", Entered = Start.PlusDays(21) }] }],
            Start.PlusDays(25),
            clock: clock).WithoutDaysCount);

        // Chains in clock days and in calendar days agree without windows.
        Assert.Equal(
            StageChainCalculator.Measure(["Only"], histories, Start.PlusDays(25)),
            StageChainCalculator.Measure(
                new List<string> { "Only" }, histories.ToList(), Start.PlusDays(25), clock: new DealClock()));
    }

    [Fact]
    public void AHistoryTwiceAPullAndAMissingScopeAreRefused()
    {
        DealHistory[] twice = [OpenSince("1", 0), OpenSince("1", 2)];
        Refusal.With(
            "histories had deal \"1\" twice; each deal once is expected.",
            () => StageChainCalculator.Measure(["Only"], twice, Start));
        Refusal.By<ArgumentNullException>(
            "histories", () => StageChainCalculator.Measure(["Only"], [null!], Start));
        var pull = new DealClock { Pulls = [new() { Regulation = "NIS2", Days = default, Multiplier = 1.25m }] };
        Refusal.By<ArgumentOutOfRangeException>(
            "clock", () => StageChainCalculator.Measure(["Only"], [], Start, clock: pull));
        var freeze = new DealClock { Freezes = [new() { Days = DateSpan.Year(2027) }] };
        Refusal.By<ArgumentNullException>(
            "scope",
            () => StageChainCalculator.Measure(
                ["Only"], [OpenSince("1", 0)], Start, clock: freeze, scope: static _ => null!));
    }

    [Fact]
    public void ImpossibleResultsAreRefused()
    {
        Refusal.By<ArgumentException>("Stage", () => new StageAbsorption("", 0.5, 0.5, 1));
        Refusal.By<ArgumentOutOfRangeException>("Won", () => new StageAbsorption("A", 7, 0, 1));
        Refusal.By<ArgumentOutOfRangeException>("Lost", () => new StageAbsorption("A", 0, -3, 1));
        Refusal.By<ArgumentOutOfRangeException>("MeanPeriods", () => new StageAbsorption("A", 0, 1, -1));
        var one = new StageAbsorption("A", 1, 0, 1);
        Refusal.By<ArgumentOutOfRangeException>("Won", () => one with { Won = double.NaN });
        Assert.Equal("A: won 1.0000, lost 0.0000, 1 period to close", one.ToString());
    }

    [Fact]
    public void WhatIsNoChainIsRefused()
    {
        StageChain chain = StageChain.InOrder(["A"], [0.5], [0.25]);
        Refusal.With("won was 1.5; a probability between 0 and 1 is expected.", () => StageHazards.Of(1.5, 0));
        Refusal.By<ArgumentOutOfRangeException>("moves", () => StageHazards.Of(0.5, 0.25, 0.5));
        Refusal.By<ArgumentOutOfRangeException>("moves", () => StageHazards.Of(0, 0, double.NaN));
        Refusal.By<ArgumentException>("stages", () => StageChain.Of([]));
        Refusal.By<ArgumentOutOfRangeException>("stages", () => StageChain.Of(Stage("A", StageHazards.Of(0, 0, 0.5))));
        Refusal.By<ArgumentOutOfRangeException>(
            "stages", () => StageChain.Of(Stage("A", StageHazards.Of(0, 0, 0, 0.5))));
        Refusal.By<ArgumentException>(
            "stages", () => StageChain.Of(Stage("A", StageHazards.Of(0, 0)), Stage("a", StageHazards.Of(0, 0))));
        Refusal.By<ArgumentException>("advanced", () => StageChain.InOrder(["A"], [0.5, 0.5], [0.25]));
        Refusal.By<ArgumentOutOfRangeException>("advanced", () => StageChain.InOrder(["A"], [0.5], [0.75]));
        Refusal.By<ArgumentException>("names", () => StageChain.InOrder([], [], []));
        Refusal.With(
            "stage was \"B\"; one of A is expected.", () => StageChainCalculator.WonBy(chain, "B", 5));
        Refusal.By<ArgumentOutOfRangeException>("periods", () => StageChainCalculator.WonBy(chain, "A", -1));
        Refusal.By<ArgumentOutOfRangeException>(
            "periodsInStage", () => StageChainCalculator.LostBy(chain, "A", 1, -1));
        Refusal.By<ArgumentOutOfRangeException>(
            "frozenPeriods", () => StageChainCalculator.WonByPeriods(chain, "A", 1, frozenPeriods: [0]));
        Refusal.By<ArgumentOutOfRangeException>("periods", () => StageChainCalculator.Outlook(chain, 100_001));
        Refusal.By<ArgumentException>("stages", () => StageChainCalculator.Measure([], [], Start));
        Refusal.By<ArgumentException>(
            "histories", () => StageChainCalculator.Measure(Stages, [OpenSince("1", 3)], Start));
        Refusal.By<ArgumentException>(
            "histories",
            () => StageChainCalculator.Measure(["Only"], [Closed("1", DealOutcome.Won, -3)], Start.PlusDays(9)));
        Refusal.By<ArgumentOutOfRangeException>(
            "minimumExits", () => StageChainCalculator.Measure(Stages, [], Start, minimumExits: 0));
    }

    private static ChainStage Stage(string name, StageHazards hazards) => new() { Name = name, Hazards = [hazards] };

    private static DealHistory Closed(string deal, DealOutcome outcome, int days) => new()
    {
        Deal = deal,
        Outcome = outcome,
        Closed = Start.PlusDays(days),
        Entries = [new() { Stage = "Only", Entered = Start, Left = Start.PlusDays(days) }],
    };

    private static DealHistory OpenSince(string deal, int days) => new()
    {
        Deal = deal,
        Outcome = DealOutcome.Open,
        Entries = [new() { Stage = "Only", Entered = Start.PlusDays(Math.Min(days, 0)) }],
    };

    // A log without gaps, as an importer reads it; some stages last no day.
    private static DealHistory History(Random random, int number)
    {
        var entries = new List<StageEntry>();
        LocalDate day = Start.PlusDays(random.Next(0, 30));
        int visits = random.Next(1, 6);
        bool isClosed = random.Next(3) > 0;
        for (int i = 0; i < visits; i++)
        {
            LocalDate next = day.PlusDays(random.Next(0, 12));
            entries.Add(new StageEntry
            {
                Stage = Stages[random.Next(Stages.Length)],
                Entered = day,
                Left = i < visits - 1 || isClosed ? next : null,
            });
            day = next;
        }

        return new DealHistory
        {
            Deal = $"D{number}",
            Entries = entries,
            Outcome = !isClosed ? DealOutcome.Open : random.Next(2) == 0 ? DealOutcome.Won : DealOutcome.Lost,
            Closed = isClosed ? day : null,
        };
    }

    // The same log as it was on a day.
    private static DealHistory Known(DealHistory history, LocalDate asOf) => history with
    {
        Outcome = history.Closed <= asOf ? history.Outcome : DealOutcome.Open,
        Closed = history.Closed <= asOf ? history.Closed : null,
        Entries =
        [
            .. history.Entries.Where(entry => entry.Entered <= asOf)
                .Select(entry => entry.Left > asOf ? entry with { Left = null } : entry),
        ],
    };
}
