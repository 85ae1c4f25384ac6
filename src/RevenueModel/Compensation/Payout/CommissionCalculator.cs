using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the commission for credits in a measurement period: <c>F(prior + credit) - F(prior)</c>, where
/// <c>F</c> is the pay for the total credit so far.</summary>
/// <remarks>
/// The sum over the credits of a period is <c>F(total)</c>, regardless of their order and splits. Rounding is applied
/// to <c>F</c> and not to the difference, so the rounded parts sum to the rounded whole. A negative total pays the
/// same as zero.
/// </remarks>
public static class CommissionCalculator
{
    /// <summary>Returns the pay for the total credit of a period.</summary>
    /// <param name="terms">The target, pay, curve and cap of the component in the period.</param>
    /// <param name="credited">The total credit, in the unit of the measure; a negative total pays the same as
    /// zero.</param>
    /// <returns>The pay, not rounded.</returns>
    /// <exception cref="ArgumentException">The pay exceeds the range of a decimal.</exception>
    /// <example><code>
    /// ComponentTerms terms = ComponentTerms.Of(target: 1_000_000m, targetPay: 100_000m, PayoutCurve.Linear);
    /// decimal pay = CommissionCalculator.Amount(terms, credited: 600_000m);
    /// Console.WriteLine($"{pay:#,0}"); // 60,000
    /// </code></example>
    public static decimal Amount(ComponentTerms terms, decimal credited)
    {
        Guard.Against.Null(terms);
        try
        {
            return terms.Amount(credited);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"A credit of {credited}"), nameof(credited), overflow);
        }
    }

    /// <summary>Returns the pay for a further credit.</summary>
    /// <param name="terms">The target, pay, curve and cap of the component in the period.</param>
    /// <param name="prior">The credit of the period before, in the unit of the measure.</param>
    /// <param name="added">The further credit, in the unit of the measure; negative for a reversal.</param>
    /// <returns>The difference, not rounded.</returns>
    /// <exception cref="ArgumentException">The pay exceeds the range of a decimal.</exception>
    public static decimal AmountOfNext(ComponentTerms terms, decimal prior, decimal added)
    {
        Guard.Against.Null(terms);
        try
        {
            return terms.Amount(prior + added) - terms.Amount(prior);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"A credit of {added} after {prior}"), nameof(added), overflow);
        }
    }

    /// <summary>Computes the pay for each credit of a period in order, rounded to the minor unit.</summary>
    /// <param name="terms">The target, pay, curve and cap of the component in the period.</param>
    /// <param name="credits">The credits in order, in the unit of the measure; negative for reversals.</param>
    /// <param name="rounding">The rounding policy, which has the minor unit.</param>
    /// <param name="destination">Receives the pay for each credit, an amount in whole minor units; of the same
    /// length.</param>
    /// <returns>The total credit of the period after the last credit.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the pay exceeds the range of a decimal.</exception>
    public static decimal Amounts(
        ComponentTerms terms,
        ReadOnlySpan<decimal> credits,
        RoundingPolicy rounding,
        Span<decimal> destination) => Amounts(terms, credits, rounding, prior: 0m, destination);

    /// <summary>Computes the pay for each further credit of a period in order, rounded to the minor unit.</summary>
    /// <param name="terms">The target, pay, curve and cap of the component in the period.</param>
    /// <param name="credits">The credits in order, in the unit of the measure; negative for reversals.</param>
    /// <param name="rounding">The rounding policy, which has the minor unit.</param>
    /// <param name="prior">The credit of the period before, in the unit of the measure.</param>
    /// <param name="destination">Receives the pay for each credit, an amount in whole minor units; of the same
    /// length.</param>
    /// <returns>The total credit of the period after the last credit.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the pay exceeds the range of a decimal.</exception>
    public static decimal Amounts(
        ComponentTerms terms,
        ReadOnlySpan<decimal> credits,
        RoundingPolicy rounding,
        decimal prior,
        Span<decimal> destination)
    {
        Guard.Against.Null(terms);
        DomainGuards.RequireSameLength(credits.Length, destination.Length);
        decimal credited = prior;
        int done = 0;
        try
        {
            done = terms.Amounts(ref credited, credits, rounding, destination);
            if (done == credits.Length)
            {
                return credited;
            }

            decimal paid = terms.Amount(credited, rounding);
            for (; done < credits.Length; done++)
            {
                credited += credits[done];
                decimal pay = terms.Amount(credited, rounding);
                destination[done] = pay - paid;
                paid = pay;
            }

            return credited;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"What is credited by position {done}"), nameof(credits), overflow);
        }
    }
}
