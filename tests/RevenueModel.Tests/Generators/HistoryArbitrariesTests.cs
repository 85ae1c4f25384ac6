using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Generators;

public class HistoryArbitrariesTests
{
    private static readonly History[] All = [.. Enumerable.Range(0, 600).Select(HistoryArbitraries.Of)];

    [Fact]
    public void AHistoryIsMadeAgainFromItsSeed() =>
        Assert.Equal(HistoryArbitraries.Of(17).ToString(), HistoryArbitraries.Of(17).ToString());

    [Fact]
    public void HistoriesHaveEveryTermOfAnAccount()
    {
        Assert.All(Enum.GetValues<PlanChangeConvention>(), convention => Assert.Contains(
            All, history => history.Changes.Any(change => change.Convention == convention)));
        Assert.All(Enum.GetValues<EarlyEndTrueUp>(), rule => Assert.Contains(
            All, history => history.End?.TrueUp == rule));
        Assert.All(Enum.GetValues<EarlyEndFee>(), rule => Assert.Contains(All, history => history.End?.Fee == rule));
        Assert.All(Enum.GetValues<FeeTiming>(), fee => Assert.Contains(
            All, history => new HistoryCalendar(history).HasLongFee && history.Cycle.Fee == fee));
        Assert.All(Enum.GetValues<RoundingLevel>(), level => Assert.Contains(
            All, history => history.Rounding.Level == level));
        Assert.All(Enum.GetValues<BillingUnit>(), unit => Assert.Contains(
            All, history => history.Cycle.Anchor is not null && history.Cycle.Interval.Unit == unit));
        Assert.Contains(All, history => history.Start.Day > 28 && history.Cycle.Anchor is null);
        Assert.Contains(All, history => history.Credits.Any(credit => credit.Use == PrepaidUse.AfterTax));
        Assert.Contains(All, history => history.Credits.Any(credit => !credit.Charges.IsEmpty));
        Assert.Contains(All, history => history.Credits.Any(credit => credit.Rollover is not null));
        Assert.Equal([0, 2, 3], All.Select(history => history.Currency.MinorUnitDigits).Distinct().Order());
    }

    [Fact]
    public void HistoriesHaveEveryTermOfAPlan()
    {
        PricePlan[] plans =
        [
            .. All.SelectMany(history => history.Changes.Select(change => change.Plan).Prepend(history.Plan)),
        ];
        Charge[] charges = [.. plans.SelectMany(plan => plan.Charges.AsEnumerable())];

        Assert.Contains(plans, plan => plan.Commitment is
            { Period: CommitmentPeriod.ContractYear, OverageMultiplier: > 1m });
        Assert.Contains(plans, plan => plan.Commitment is { Step: CommitmentStep.BillingPeriod, TrueUp: true });
        Assert.Contains(plans, plan => plan.Protection is { MoveUpTo: not null, SmoothingPeriods: > 1 });
        Assert.Contains(plans, plan => plan.Protection?.Cap.MultipleOfCommittedFee is not null);
        Assert.Contains(plans, plan => plan is { AmountDiscount: > 0m, PercentDiscount: > 0m });
        Assert.Contains(charges, charge => charge.Price is CapacityPrice);
        Assert.Contains(charges, charge => charge.Price is PercentagePrice { FreeAmount: not null });
        Assert.Contains(charges, charge => charge.Price is PackagePrice { FreeUnits: > 0m });
        Assert.Contains(charges, charge => charge.Price is TieredPrice { Kind: TieredPriceKind.Volume, BuysUp: true });
        Assert.Contains(charges, charge => charge.Allowance.Rollover.Minimum > 0m && charge.UsageDiscount > 0m);
        Assert.Contains(charges, charge => charge.Conversion.Rounding != UnitRounding.None);
        Assert.Contains(charges, charge => charge.Limits is { Min: > 0m, Max: not null });
    }

    [Fact]
    public void PlansChangeToEqualPlansAndInASingleTerm()
    {
        (PricePlan Old, PricePlan New)[] changes =
        [
            .. All.SelectMany(history => history.Changes.Select((change, at) =>
                (at == 0 ? history.Plan : history.Changes[at - 1].Plan, change.Plan))),
        ];

        Assert.Contains(changes, change => change.Old == change.New);
        Assert.Contains(changes, change => change.Old != change.New
            && change.Old == change.New with { BaseFee = change.Old.BaseFee });
        Assert.Contains(changes, change => change.Old != change.New
            && change.Old == change.New with { Charges = change.Old.Charges });
        Assert.Contains(All, history => history.Changes.Any(change => new HistoryCalendar(history).Periods()
            .Skip(1)
            .Any(period => period.Span.Start == change.On)));
    }
}
