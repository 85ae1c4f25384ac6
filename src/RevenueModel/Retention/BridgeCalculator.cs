using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes the bridge of recurring revenue: opening, new, expansion, contraction, churn, reactivation, late
/// renewal, closing.</summary>
/// <remarks>
/// Each line closes exactly. The closing of a period is the opening of the next one, and the closings of all groups
/// sum to the closing of the base. By segment the movements also sum to those of the base; by product or site they do
/// not, because a second product of an account is new in its product and an expansion of the account.
/// </remarks>
public static class BridgeCalculator
{
    /// <summary>Returns the bridge by period and group.</summary>
    /// <param name="history">The history.</param>
    /// <param name="options">The conventions. Default: <see cref="RetentionOptions.Default"/>, by month.</param>
    /// <returns>The lines in the order of periods, then groups; the group without a name is last.</returns>
    /// <exception cref="ArgumentException">The reported months are outside the history.</exception>
    /// <example><code>
    /// Subscription[] subscriptions =
    /// [
    ///     new() { Account = "Acme", Term = DateSpan.From(new(2027, 1, 1)), Amount = 100m },
    ///     new() { Account = "Beta", Term = DateSpan.Between(new(2027, 1, 1), new(2027, 3, 1)), Amount = 40m },
    /// ];
    /// RevenueHistory history = RevenueHistory.Of(
    ///     subscriptions, asOf: new YearMonth(2027, 3), new RevenueRules { Measure = RecurringMeasure.Mrr });
    /// ArrBridge march = BridgeCalculator.Bridge(history)[2];
    /// Console.WriteLine(march); // 2027-03: opening 140, churn -40, closing 100 (1 account)
    /// </code></example>
    public static ValueList<ArrBridge> Bridge(RevenueHistory history, RetentionOptions? options = null) =>
        Guard.Against.Null(history)
            .Analyze(options ?? RetentionOptions.Default, RetentionParts.Bridge, nameof(options)).Bridge;

    /// <summary>Returns consecutive lines of one group as a single line: the first opening, and the sum of the
    /// movements.</summary>
    /// <param name="lines">At least one line; the first line gives the group. Each period starts after the one
    /// before, and each opening is the closing before it.</param>
    /// <param name="name">The name of the period, such as <c>2027-H1</c>.</param>
    /// <returns>The line from the first to the last month.</returns>
    /// <exception cref="ArgumentException">There are no lines, or they do not continue each other.</exception>
    public static ArrBridge Combine(ReadOnlySpan<ArrBridge> lines, string name)
    {
        if (lines.IsEmpty)
        {
            throw new ArgumentException("lines was empty; at least one line is expected.", nameof(lines));
        }

        ArrBridge sum = Guard.Against.Null(lines[0], nameof(lines));
        for (int i = 1; i < lines.Length; i++)
        {
            ArrBridge next = Guard.Against.Null(lines[i], nameof(lines));
            if (next.Group != sum.Group || next.Opening != sum.Closing || next.Period.First <= sum.Period.Last)
            {
                throw new ArgumentException(
                    Invariant($"lines had \"{next}\" after \"{lines[i - 1]}\"; a later period of the same group, ")
                        + "whose opening is the closing before it, is expected.",
                    nameof(lines));
            }

            sum = sum with
            {
                Period = new BridgePeriod(sum.Period.Name, sum.Period.First, next.Period.Last),
                New = sum.New + next.New,
                Expansion = sum.Expansion + next.Expansion,
                Contraction = sum.Contraction + next.Contraction,
                Churn = sum.Churn + next.Churn,
                Reactivation = sum.Reactivation + next.Reactivation,
                LateRenewal = sum.LateRenewal + next.LateRenewal,
                NewCount = sum.NewCount + next.NewCount,
                ExpansionCount = sum.ExpansionCount + next.ExpansionCount,
                ContractionCount = sum.ContractionCount + next.ContractionCount,
                ChurnCount = sum.ChurnCount + next.ChurnCount,
                ReactivationCount = sum.ReactivationCount + next.ReactivationCount,
                LateRenewalCount = sum.LateRenewalCount + next.LateRenewalCount,
            };
        }

        return sum with { Period = new BridgePeriod(Guard.Against.Blank(name), sum.Period.First, sum.Period.Last) };
    }

    /// <inheritdoc cref="Combine(ReadOnlySpan{ArrBridge}, string)"/>
    public static ArrBridge Combine(IEnumerable<ArrBridge> lines, string name) => Combine(lines.AsItems(), name);
}
