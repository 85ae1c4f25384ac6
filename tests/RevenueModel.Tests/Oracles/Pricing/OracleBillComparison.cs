using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>Where a bill and the oracle's differ, in words; nothing where they agree.</summary>
internal static class OracleBillComparison
{
    public static IEnumerable<string> Differences(RatedCharge charge, OracleCharge expected, bool isExact) =>
        Differences(
            [
                ("metered", charge.Metered, expected.Metered),
                ("converted", charge.Converted, expected.Converted),
                ("included", charge.Included, expected.Included),
                ("unused", charge.Unused, expected.Unused),
                ("billable", charge.Billable, expected.Billable),
                ("subtotal", charge.Subtotal, expected.Subtotal),
                ("usage discount", charge.UsageDiscount, expected.UsageDiscount),
                ("amount discount", charge.AmountDiscount, expected.AmountDiscount),
                ("percent discount", charge.PercentDiscount, expected.PercentDiscount),
                ("to minimum", charge.ToMinimum, expected.ToMinimum),
                ("over maximum", charge.OverMaximum, expected.OverMaximum),
                ("amount", charge.Amount, expected.Amount),
            ],
            isExact,
            expected.Subtotal);

    public static IEnumerable<string> Differences(PeriodBill bill, OracleBill expected, bool isExact)
    {
        ExactFraction charges = expected.Charges.Sum(charge => charge.Amount);
        return Differences(
            [
                ("base fee", bill.BaseFee, expected.BaseFee),
                ("charges", bill.Charges, charges),
                ("amount discount", bill.AmountDiscount, expected.AmountDiscount),
                ("percent discount", bill.PercentDiscount, expected.PercentDiscount),
                ("surcharge", bill.OverageSurcharge, expected.OverageSurcharge),
                ("true-up", bill.TrueUp, expected.TrueUp),
                ("over cap", bill.OverCap, expected.OverCap),
                ("moved up", bill.MovedUp, expected.MovedUp),
                ("amount", bill.Amount, expected.Amount),
            ],
            isExact,
            LargestOf(expected));
    }

    public static IEnumerable<string> Differences(
        PricePlan plan,
        IReadOnlyList<decimal> amounts,
        IReadOnlyList<OracleBill> expected) =>
        amounts.SelectMany((amount, month) => Differences(
            [($"month {month + 1}", amount, expected[month].Amount)],
            BillOracle.IsExact(plan),
            expected.Select(LargestOf).Max()));

    public static IEnumerable<string> Differences(string name, decimal amount, ExactFraction expected, bool isExact) =>
        Differences([(name, amount, expected)], isExact, expected);

    private static ExactFraction LargestOf(OracleBill bill) =>
        bill.BaseFee + bill.Charges.Sum(charge => charge.Subtotal + charge.Amount) + bill.Amount + bill.OverCap;

    private static IEnumerable<string> Differences(
        (string Name, decimal Is, ExactFraction Should)[] figures,
        bool isExact,
        ExactFraction largest) =>
        figures
            .Where(figure => !Fractions.Agrees(figure.Is, figure.Should, isExact, largest))
            .Select(figure => FormattableString.Invariant(
                $"{figure.Name} was {figure.Is}, {figure.Should.Numerator}/{figure.Should.Denominator} expected"));
}
