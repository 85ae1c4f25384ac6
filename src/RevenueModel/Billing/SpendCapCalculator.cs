using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Applies a spend cap to lines, in their order.</summary>
public static class SpendCapCalculator
{
    /// <summary>Computes the amount of each line under a cap.</summary>
    /// <param name="cap">The maximum total that is billed; zero or more.</param>
    /// <param name="prior">The amount billed earlier under the same cap; zero or more.</param>
    /// <param name="amounts">The amounts of the lines in order, after discounts; zero or more each.</param>
    /// <param name="destination">Receives the amount of each line under the cap; of the same length.</param>
    /// <returns>The total reduction by the cap.</returns>
    /// <exception cref="ArgumentException">A value is negative, the lengths differ, or the sum of the lines does not
    /// fit a decimal.</exception>
    /// <remarks>A line is billed up to the remaining cap: <c>min(line, max(0, cap - billed so far))</c>. OpenMeter
    /// applies the same rule. An amount that was billed above the cap earlier is not refunded.</remarks>
    /// <example><code>
    /// decimal[] lines = [60m, 50m, 40m];
    /// var billed = new decimal[lines.Length];
    /// decimal reduction = SpendCapCalculator.Apply(cap: 100m, prior: 0m, lines, billed);
    /// Console.WriteLine($"{string.Join(", ", billed)}; reduced by {reduction}"); // 60, 40, 0; reduced by 50
    /// </code></example>
    public static decimal Apply(
        decimal cap,
        decimal prior,
        ReadOnlySpan<decimal> amounts,
        Span<decimal> destination)
    {
        DomainGuards.RequireSameLength(amounts.Length, destination.Length);
        decimal room = Math.Max(Guard.Against.BelowZero(cap) - Guard.Against.BelowZero(prior), 0m);
        decimal takenOff = 0m;
        int i = 0;
        try
        {
            for (; i < amounts.Length; i++)
            {
                decimal amount = Guard.Against.BelowZero(amounts[i], nameof(amounts));
                destination[i] = Math.Min(amount, room);
                takenOff += amount - destination[i];
                room -= destination[i];
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The sum of the lines up to line "
                + Invariant($"{i + 1}"), nameof(amounts), overflow);
        }

        return takenOff;
    }
}
