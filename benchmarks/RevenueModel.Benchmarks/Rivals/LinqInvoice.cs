namespace RevenueModel.Benchmarks.Rivals;

/// <summary>
/// Invoices for one plan and no other: a fee, graduated tiers beyond an allowance, a discount, a commitment, a cap, a
/// prepaid credit and tax, with a line and its text for each step.
/// </summary>
public static class LinqInvoice
{
    /// <summary>Bills the months of a customer, one after the other.</summary>
    /// <param name="plan">The plan as the rival knows it.</param>
    /// <param name="usages">The usage of each month.</param>
    /// <param name="credit">The prepaid credit at the start.</param>
    /// <param name="taxRate">The tax rate.</param>
    public static Invoice[] Bill(LinqBill.Plan plan, IEnumerable<decimal> usages, decimal credit, decimal taxRate)
    {
        List<Invoice> invoices = [];
        foreach (decimal usage in usages)
        {
            List<Line> lines =
                [new Line("base fee", plan.BaseFee, FormattableString.Invariant($"{plan.BaseFee:#,0.######}"))];
            decimal gross = plan.BaseFee + AddTiers(lines, plan, Math.Max(usage - plan.Included, 0m));
            Add(
                lines,
                "discount",
                -Math.Round(gross * plan.Discount, 2, MidpointRounding.AwayFromZero),
                FormattableString.Invariant($"{plan.Discount * 100m:0.##}% of {gross:#,0.######}"));
            decimal spent = lines.Sum(line => line.Amount);
            Add(lines, "true-up", Math.Max(plan.Commitment - spent, 0m), FormattableString.Invariant(
                $"to {plan.Commitment:#,0.######}"));
            Add(lines, "cap", Math.Min(plan.Cap - spent, 0m), FormattableString.Invariant(
                $"beyond {plan.Cap:#,0.######}"));
            decimal due = lines.Sum(line => line.Amount);
            decimal used = Math.Min(credit, due);
            credit -= used;
            Add(lines, "credit", -used, FormattableString.Invariant($"{credit:#,0.######} left"));
            decimal subtotal = lines.Sum(line => line.Amount);
            decimal tax = Math.Round(subtotal * taxRate, 2, MidpointRounding.AwayFromZero);
            Add(lines, "tax", tax, FormattableString.Invariant($"{taxRate * 100m:0.##}% of {subtotal:#,0.######}"));
            invoices.Add(new Invoice([.. lines], subtotal, subtotal + tax));
        }

        return [.. invoices];
    }

    // Returns the exact amount, from which the discount is taken.
    private static decimal AddTiers(List<Line> lines, LinqBill.Plan plan, decimal billable)
    {
        decimal exact = 0m;
        foreach (LinqTiers.Tier tier in plan.Tiers.Where(tier => tier.From < billable || tier.From == 0m))
        {
            decimal units = Math.Min(billable, tier.UpTo) - tier.From;
            decimal amount = Math.Round(units * tier.Rate, 2, MidpointRounding.AwayFromZero);
            exact += units * tier.Rate;
            lines.Add(
                new Line("usage", amount, FormattableString.Invariant($"{units:#,0.######} x {tier.Rate:0.######}")));
        }

        return exact;
    }

    private static void Add(List<Line> lines, string item, decimal amount, string text)
    {
        if (amount != 0m)
        {
            lines.Add(new Line(item, amount, text));
        }
    }

    /// <summary>A line.</summary>
    public sealed record Line(string Item, decimal Amount, string Text);

    /// <summary>An invoice.</summary>
    public sealed record Invoice(IReadOnlyList<Line> Lines, decimal Subtotal, decimal Total);
}
