using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Pricing;

namespace RevenueModel.Tests.Pricing;

[Properties(MaxTest = 500)]
public class BillCalculatorProperties
{
    [Property]
    public Property EachStepOfABillIsThatOfTheRulesInExactFractions(PricingUsage given) => Agrees(
        OracleBillComparison.Differences(
            Bill(given), BillOracle.Bill(given.Plan, OracleUsage.Of(given)), BillOracle.IsExact(given.Plan)));

    [Property]
    public Property EachStepOfAChargeIsThatOfTheRulesInExactFractions(PricingUsage given) => Agrees(
        given.Plan.Charges.SelectMany(charge =>
        {
            string[] meters = charge.Price is CapacityPrice capacity ? [.. capacity.Meters] : [charge.Meter];
            decimal[] metered =
                [.. meters.Select(meter => given.Quantities[given.Plan.Meters.ToList().IndexOf(meter)])];
            return OracleBillComparison.Differences(
                BillCalculator.Rate(charge, metered),
                ChargeOracle.Rate(charge, OracleUsage.Of(given)),
                BillOracle.IsExact(new PricePlan { Name = "One", Charges = [charge] }));
        }));

    [Property]
    public Property TheBillsOfAHistoryAreThoseOfTheRulesInExactFractions(PricingMonths given) => Agrees(
        OracleBillComparison.Differences(given.Plan, Bills(given), BillOracle.Bills(given.Plan, given.History)));

    [Property]
    public bool TheStepsOfABillSumToIt(PricingUsage given)
    {
        PeriodBill bill = Bill(given);
        return IsSame(
            given.Plan,
            bill.Amount,
            bill.BaseFee + bill.Charges - bill.AmountDiscount - bill.PercentDiscount
                + bill.OverageSurcharge + bill.TrueUp - bill.OverCap - bill.MovedUp);
    }

    [Property]
    public bool TheStepsOfAChargeSumToIt(PricingUsage given) => given.Plan.Charges
        .Where(charge => charge.Price is QuantityPrice)
        .All(charge =>
        {
            RatedCharge rated = BillCalculator.Rate(
                charge, given.Quantities[given.Plan.Meters.ToList().IndexOf(charge.Meter)]);
            return IsSame(
                    given.Plan,
                    rated.Amount,
                    rated.Subtotal - rated.UsageDiscount - rated.AmountDiscount - rated.PercentDiscount
                        + rated.ToMinimum - rated.OverMaximum)
                && IsSame(given.Plan, rated.Converted, rated.Included + rated.Billable);
        });

    [Property]
    public bool TheBillOfAPeriodNeverExceedsTheCap(PricingUsage given) => !(Bill(given).Amount > CapOf(
        given.Plan, year: 1, period: 1));

    [Property]
    public bool TheBillsOfAHistoryNeverExceedTheCapSaveForTheYear(PricingMonths given)
    {
        if (given.Plan.Commitment is { Period: CommitmentPeriod.ContractYear, TrueUp: true })
        {
            return true;
        }

        return Bills(given)
            .Select((amount, month) => !(amount > CapOf(
                given.Plan, YearOf(given.History, month), PeriodOf(given.History, month))))
            .All(kept => kept);
    }

    [Property]
    public bool ABillIsNeverBelowTheCommitmentThatIsTruedUp(PricingMonths given) =>
        given.Plan.Commitment is not { Period: CommitmentPeriod.BillingPeriod, TrueUp: true } commitment
            || Bills(given)
                .Select((amount, month) =>
                    amount >= commitment.AmountIn(YearOf(given.History, month), PeriodOf(given.History, month)))
                .All(kept => kept);

    [Property]
    public bool AWholeContractYearIsNeverBelowTheCommitmentThatIsTruedUp(PricingMonths given)
    {
        if (given.Plan.Commitment is not { Period: CommitmentPeriod.ContractYear, TrueUp: true } commitment)
        {
            return true;
        }

        decimal[] bills = Bills(given);
        return Enumerable.Range(0, bills.Length)
            .GroupBy(month => YearOf(given.History, month))
            .Where(year => year.Count() == 12)
            .All(year => year.Sum(month => bills[month]) >= commitment.AmountIn(year.Key) - 0.000000000001m);
    }

    [Property]
    public bool ABillIsNeverNegative(PricingMonths given) => Bills(given).All(amount => amount >= 0m);

    [Property]
    public bool ABillThatMovesUpIsTheLowerOfTwoAndNotBelowTheCommitment(PricingUsage given)
    {
        if (given.Plan.Protection?.MoveUpTo is not { } next)
        {
            return true;
        }

        PricePlan alone = given.Plan with { Protection = given.Plan.Protection with { MoveUpTo = null } };
        decimal floor = given.Plan.Commitment is { Period: CommitmentPeriod.BillingPeriod, TrueUp: true } commitment
            ? commitment.AmountIn(1)
            : 0m;
        decimal lower = Math.Min(Amount(alone, given), Math.Max(Amount(next, given), floor));
        return IsSame(given.Plan, Bill(given).Amount, lower);
    }

    [Property]
    public bool WithoutWhatIsCarriedOnEachMonthIsBilledAlone(PricingMonths given)
    {
        if (given.Plan.Protection?.SmoothingPeriods > 1 || given.Plan.Commitment is not null
            || given.Plan.Charges.Any(charge => charge.Allowance.Rollover != default)
                || HasCommitment(given.Plan.Protection?.MoveUpTo))
        {
            return true;
        }

        return Bills(given).SequenceEqual(
            Enumerable.Range(0, given.History.Months).Select(month => BillCalculator.Amount(
                given.Plan, [.. given.Plan.Meters.Select(meter => given.History.Find(meter)!.Quantities[month])])));
    }

    [Property]
    public bool TheFirstMonthOfAContractIsBilledAsAPeriodAlone(PricingMonths given)
    {
        UsageHistory history = given.History with { ContractStart = given.History.Start };
        return Digits.Same(
            Bills(given with { History = history })[0],
            BillCalculator.Amount(
                given.Plan, [.. given.Plan.Meters.Select(meter => history.Find(meter)!.Quantities[0])]));
    }

    [Property]
    public bool ManyAmountsAreThoseOfEachAloneToTheLastDigit(PricingUsage given)
    {
        if (given.Plan.Meters.Count != 1)
        {
            return true;
        }

        decimal[] quantities =
            [given.Quantities[0], 0m, decimal.Round(given.Quantities[0] / 2m, 2, MidpointRounding.ToZero)];
        var amounts = new decimal[quantities.Length];
        BillCalculator.Amounts(given.Plan, quantities, amounts);
        return Digits.Same(amounts, [.. quantities.Select(quantity => BillCalculator.Amount(given.Plan, quantity))]);
    }

    [Property]
    public bool WhatComesLaterDoesNotChangeEarlierBills(PricingMonths given)
    {
        int half = (given.History.Months + 1) / 2;
        UsageHistory first = UsageHistory.Of(
            given.History.Customer,
            given.History.Start,
            [.. given.History.Series.Select(
                one => MeterSeries.Of(one.Meter, one.Quantities.Take(half).ToValueList()))]) with
        {
            ContractStart = given.History.ContractStart,
        };
        return Digits.Same(Bills(given with { History = first }), [.. Bills(given).Take(half)]);
    }

    [Property]
    public bool TheOrderOfChargesAndMetersChangesNoBill(PricingMonths given)
    {
        PricePlan reversed = given.Plan with { Charges = given.Plan.Charges.Reverse().ToValueList() };
        UsageHistory history = UsageHistory.Of(
            given.History.Customer, given.History.Start, [.. given.History.Series.Reverse()]) with
        {
            ContractStart = given.History.ContractStart,
        };
        return !BillOracle.IsExact(given.Plan)
            || Bills(new PricingMonths(reversed, history)).AsSpan().SequenceEqual(Bills(given));
    }

    [Property]
    public bool PlansOfEqualTermsAreEqualWhetherUsedBeforeOrNot(PricePlan plan)
    {
        int meters = plan.Meters.Count;
        PricePlan same = plan with { Charges = plan.Charges.ToArray().ToValueList() };
        PricePlan other =
            plan with { Charges = [.. plan.Charges, new Charge { Name = "New", Price = PriceModel.PerUnit(1m) }] };
        return same == plan && same.GetHashCode() == plan.GetHashCode() && same.Meters.Count == meters
            && other != plan && other.Meters.Count == meters + 1 && other.Meters.Contains("New");
    }

    // Where a quotient without end is in a bill, the order in which amounts are added shows in the last digits.
    private static bool IsSame(PricePlan plan, decimal one, decimal other) =>
        one == other || (!BillOracle.IsExact(plan) && Math.Abs(one - other) < 1e-15m);

    private static PeriodBill Bill(PricingUsage given) => BillCalculator.Bill(given.Plan, given.Quantities.AsSpan());

    // The amount of another plan for the same usage.
    private static decimal Amount(PricePlan plan, PricingUsage given) => BillCalculator.Amount(
        plan, [.. plan.Meters.Select(meter => given.Quantities[given.Plan.Meters.ToList().IndexOf(meter)])]);

    private static decimal[] Bills(PricingMonths given)
    {
        var bills = new decimal[given.History.Months];
        BillCalculator.MonthlyAmounts(given.Plan, given.History, bills);
        return bills;
    }

    private static int YearOf(UsageHistory history, int month) => ((PeriodOf(history, month) - 1) / 12) + 1;

    // The number of a month in the contract.
    private static int PeriodOf(UsageHistory history, int month) => NodaTime.Period.Between(
        history.ContractStart.OnDayOfMonth(1),
        history.Start.OnDayOfMonth(1).PlusMonths(month),
        NodaTime.PeriodUnits.Months).Months + 1;

    private static decimal? CapOf(PricePlan plan, int year, int period)
    {
        decimal committed = plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? commitment.AmountIn(year, period)
            : 0m;
        BillCap cap = plan.Protection?.Cap ?? default;
        return cap.Amount ?? (cap.MultipleOfCommittedFee * Math.Max(plan.BaseFee, committed));
    }

    private static bool HasCommitment(PricePlan? plan) =>
        plan is not null && (plan.Commitment is not null || HasCommitment(plan.Protection?.MoveUpTo));

    private static Property Agrees(IEnumerable<string> differences)
    {
        string[] found = [.. differences];
        return (found.Length == 0).Label(string.Join("; ", found));
    }
}
