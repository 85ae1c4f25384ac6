using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What credits pay in a measurement period: <c>F(prior + credit) - F(prior)</c>, where <c>F</c> is the pay for
/// all that is credited so far.</summary>
/// <remarks>
/// The sum over the credits of a period is <c>F(all)</c>, whatever their order and however they are split. Where pay is
/// rounded, it is <c>F</c> that is rounded and not the difference, so that the rounded parts sum to the rounded whole.
/// A total below zero pays what zero pays.
/// </remarks>
public static class CommissionCalculator
{
    /// <summary>Returns the pay for all that is credited in a period.</summary>
    /// <param name="terms">What the component pays in the period.</param>
    /// <param name="credited">All that is credited, in the unit of the measure.</param>
    /// <returns>The pay, not rounded.</returns>
    /// <exception cref="ArgumentException">The pay exceeds the range of a decimal.</exception>
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
    /// <param name="terms">What the component pays in the period.</param>
    /// <param name="prior">What was credited before, in the unit of the measure.</param>
    /// <param name="added">The credit; negative takes back.</param>
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

    /// <summary>Computes the pay for each of a period's credits in order, to the minor unit.</summary>
    /// <param name="terms">What the component pays in the period.</param>
    /// <param name="credits">The credits in order; negative takes back.</param>
    /// <param name="rounding">The minor unit.</param>
    /// <param name="destination">Receives the pay for each credit; of the same length.</param>
    /// <returns>What is credited in the period after the last of them.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the pay exceeds the range of a decimal.</exception>
    public static decimal Amounts(
        ComponentTerms terms,
        ReadOnlySpan<decimal> credits,
        RoundingPolicy rounding,
        Span<decimal> destination) => Amounts(terms, credits, rounding, prior: 0m, destination);

    /// <summary>Computes the pay for each of a period's further credits in order, to the minor unit.</summary>
    /// <param name="terms">What the component pays in the period.</param>
    /// <param name="credits">The credits in order; negative takes back.</param>
    /// <param name="rounding">The minor unit.</param>
    /// <param name="prior">What was credited in the period before.</param>
    /// <param name="destination">Receives the pay for each credit; of the same length.</param>
    /// <returns>What is credited in the period after the last of them.</returns>
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
