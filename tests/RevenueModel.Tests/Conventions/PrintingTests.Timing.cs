using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Conventions;

/// <summary>The records of close timing.</summary>
public partial class PrintingTests
{
    private static IEnumerable<object> TimingRecords()
    {
        DealClock clock = new()
        {
            Freezes = [new() { Days = DateSpan.Year(2025), Scope = "Plant 4", Reason = "turnaround" }],
            Pulls = [new() { Regulation = "NIS2", Days = DateSpan.Year(2027), Multiplier = 1.25m }],
        };
        CloseTiming timing = CloseTimingCalculator.Measure(Deals, Today, clock);
        var credible = CloseTimingCalculator.Credible(CloseTimingCalculator.BySegment(Deals, Today));
        CloseSchedule schedule = CloseScheduleCalculator.Schedule(
            timing, Deals, CloseScheduleCalculator.Quarters(Today, 3), clock);
        DealHistory history = new()
        {
            Deal = Won.Id,
            Outcome = DealOutcome.Won,
            Closed = Won.Closed,
            Entries =
            [
                new() { Stage = "Discovery", Entered = new(2026, 1, 31), Left = new(2026, 2, 15) },
                new() { Stage = "Proposal", Entered = new(2026, 2, 15), Left = Won.Closed },
            ],
            CloseDateChanges = [new(new(2026, 2, 2), from: new(2026, 2, 20), to: new(2026, 3, 31))],
        };
        StageChainEstimate estimate = StageChainCalculator.Measure(["Discovery", "Proposal"], [history], Today, 1);
        Slippage slippage = SlippageCalculator.Measure(Deals, [history], Today);
        RegulatoryReview review = RegulatoryReviewCalculator.Review(
            [RegulatoryAccount.Of("Acme", "NIS2", 1_234, 34, new LocalDate(2025, 1, 17))], Deals, Today);
        return
        [
            clock, clock.Freezes[0], clock.Pulls[0], DealScope.Of(Open), timing, timing.Counts,
            timing.Probability(12.5, 1_234.5), CloseTimingCalculator.Probability(timing, 0, 60),
            credible[0].Value, credible[0].Value.Credibility!.Value, new CloseTimingCredibility(1_234.5, 0.125),
            schedule, schedule.Deals[0], schedule.Deals[0].Periods[0], schedule.Totals()[0],
            new ClosePeriodTotal(DateSpan.Year(2027), 1_234.5, 1_234.5, 1_234), estimate, estimate.Chain,
            .. estimate.Chain.Stages, estimate.Chain.Stages[0].Hazards[0], StageHazards.Of(0.125, 0.25, 0.5),
            .. estimate.Stages, .. estimate.Stages[0].Exits, StageChainCalculator.Absorption(estimate.Chain)[0],
            StageChainCalculator.Absorption(StageChain.InOrder(["A"], [0.0125], [0.05]))[0],
            StageChainCalculator.Outlook(estimate.Chain, 3)[0], slippage, slippage.Deals[0],
            .. slippage.Errors.Select(error => (object)error),
            new QuarterSlippage(YearQuarter.Of(2027, 1), 1, 2, 3, null),
            review, review.Quarters[0], review.Quarters[0].Accounts[0], review.Quarters[0].Accounts[0].Account,
        ];
    }
}
