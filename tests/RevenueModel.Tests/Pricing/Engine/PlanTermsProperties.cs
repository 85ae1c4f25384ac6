using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Pricing;

namespace RevenueModel.Tests.Pricing;

/// <summary>Parts of periods in the midst of a contract, which invoices bill.</summary>
[Properties(MaxTest = 500)]
public class PlanTermsProperties
{
    [Property]
    public Property APartOfAPeriodIsBilledByTheRulesInExactFractions(PricingPart given)
    {
        var charges = new RatedCharge[given.Plan.Charges.Count];
        decimal[] carried = [.. given.Carried];
        PeriodBill bill = Evaluate(given, carried, charges);
        OracleBill expected = BillOracle.Bill(given.Plan, PeriodOf(given));
        bool isExact = BillOracle.IsExact(given.Plan)
            && (given.Days == given.OfDays || Fractions.HasShortQuotients(given.OfDays));

        // Where both a part of an allowance and a part of a discount are taken off, their sum may be whole though
        // neither is.
        if (!isExact && given.Plan.Charges.Any(charge => charge.UsageDiscount > 0m && charge.Allowance.Quantity > 0m))
        {
            return true.ToProperty();
        }

        string[] differences =
        [
            .. OracleBillComparison.Differences(bill, expected, isExact),
            .. OracleBillComparison.Differences("counted", bill.Counted, expected.Spent, isExact),
            .. charges.SelectMany(
                (charge, at) => OracleBillComparison.Differences(charge, expected.Charges[at], isExact)),
            .. carried.SelectMany((units, at) => OracleBillComparison.Differences(
                "carried", units, ChargeOracle.Carried(given.Plan.Charges[at], expected.Charges[at].Unused), isExact)),
        ];
        return (differences.Length == 0).Label(string.Join("; ", differences));
    }

    [Property]
    public bool WhileAPeriodLastsNothingIsBilledToReachACommitment(PricingPart given) =>
        Evaluate(given with { IsOver = false }).TrueUp == 0m;

    [Property]
    public bool APartIsNeverBilledBeyondItsPartOfTheCapSaveForTheYear(PricingPart given)
    {
        PeriodBill bill = Evaluate(given);
        decimal ofYear = given.Plan.Commitment is { Period: RevenueModel.Pricing.CommitmentPeriod.ContractYear }
            ? bill.TrueUp
            : 0m;
        return given.Plan.Protection?.Cap.Amount is not { } cap
            || bill.Amount - ofYear <= (cap * given.Days / given.OfDays) + 1e-18m;
    }

    [Property]
    public bool WhatIsNotCarriedOnDoesNotDependOnWhoAsks(PricingPart given) =>
        given.Carried.Any(units => units > 0m)
            || Evaluate(given, [], []).Amount == Evaluate(given).Amount;

    private static PeriodBill Evaluate(PricingPart given) =>
        Evaluate(given, [.. given.Carried], new RatedCharge[given.Plan.Charges.Count]);

    private static PeriodBill Evaluate(PricingPart given, decimal[] carried, RatedCharge[] charges)
    {
        NoSteps none = default;
        return given.Plan.Terms.Evaluate(
            new PeriodTerms(
                new PeriodShare(given.Days, given.OfDays),
                given.ContractYear,
                given.ContractPeriod,
                given.SpentInYear,
                given.IsOver,
                given.IsLastOfYear),
            new PeriodUsage(given.Quantities.AsSpan(), given.Transactions.AsSpan()),
            carried,
            charges,
            nameof(given),
            ref none);
    }

    private static OraclePeriod PeriodOf(PricingPart given) => new()
    {
        Share = ExactFraction.Of(given.Days, given.OfDays),
        ContractYear = given.ContractYear,
        ContractPeriod = given.ContractPeriod,
        SpentInYear = ExactFraction.Of(given.SpentInYear),
        IsOver = given.IsOver,
        IsLastOfYear = given.IsLastOfYear,
        Usage = OracleUsage.Of(given.Plan.Meters, given.Quantities),
        Transactions = given.Plan.Meters.Zip(given.Transactions)
            .Where(meter => !meter.Second.IsEmpty)
            .ToDictionary(meter => meter.First, meter => meter.Second.ToArray(), StringComparer.OrdinalIgnoreCase),
        Carried = given.Plan.Charges.Zip(given.Carried).ToDictionary(
            charge => charge.First.Name, charge => ExactFraction.Of(charge.Second), StringComparer.OrdinalIgnoreCase),
    };
}
