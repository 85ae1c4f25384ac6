using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Generators;

public class ArbitrariesTests
{
    [Property]
    public bool FractionsLieBetweenZeroAndOne(Fraction fraction) => fraction.Value is >= 0m and <= 1m;

    [Property]
    public bool CentsAreWhole(Cents cents) => decimal.Round(cents, 2) == cents && cents * 100m == cents.Count;

    [Property]
    public bool SomeWeightIsAboveZeroAndNoneBelow(Weights weights) =>
        weights.Values.All(weight => weight >= 0m) && weights.Values.Any(weight => weight > 0m);

    [Property]
    public bool EveryGuardedTypeIsAParameter(
        Band<decimal> band,
        Segment segment,
        Segmentation segmentation,
        LocalDate date,
        DealTimeline timeline,
        Opportunity opportunity,
        SalesProcess process,
        PipelineStage stage) =>
        band.Contains(band.Min)
            && segment.Name.Length > 0
            && segmentation.Segments.Count > 0
            && date.Year > 0
            && Enum.IsDefined(timeline.Outcome)
            && opportunity.Id.Length > 0
            && process.Stages.Count > 0
            && stage.Name.Length > 0;

    [Property]
    public bool EveryDealOfABookHasItsStage(DealBook book) =>
        book.Deals.All(deal => !deal.IsOpen || book.Process.FindStage(deal.Stage) is not null);

    [Property]
    public bool CalendarsAndPoliciesAreParameters(
        FiscalCalendar calendar, YearQuarter quarter, RoundingPolicy policy) =>
            calendar.StartMonth is >= 1 and <= 12
            && quarter.Year is >= 1 and <= 9999
            && policy.Digits is >= 0 and <= 9;

    [Property]
    public bool TheQuantityOfAScheduleLiesInIt(Metered metered) =>
        metered.Quantity >= 0m && !(metered.Quantity > metered.Schedule.UpTo);

    [Property]
    public bool PeriodsOfWholeMonthsEnd(WholeMonths months) => months.Span.Days >= 28;

    [Property]
    public bool EveryPartOfAPlanIsAParameter(
        CompPlan plan,
        PayComponent component,
        CompMeasure measure,
        CompLedger ledger,
        CompCredit credit,
        CompEvent @event,
        CreditGate gate) =>
        plan.Components.Sum(part => part.Weight) == 1m
            && component.Target!.Amount > 0m
            && measure.Name.Length > 0
            && ledger.Assignments.Count is 1 or 2 or 3
            && credit.Share is >= 0m and <= 1m
            && @event.Subject.Length > 0
            && gate.Name.Length > 0;
}
