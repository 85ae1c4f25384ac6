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
    /// <summary>The pay for all that is credited in a period.</summary>
    /// <param name="terms">What the component pays in the period.</param>
    /// <param name="credited">All that is credited.</param>
    /// <returns>The pay, not rounded.</returns>
    public static decimal Amount(ComponentTerms terms, decimal credited) => Guard.Against.Null(terms).PayAt(credited);

    /// <summary>The pay for a further credit.</summary>
    /// <param name="terms">What the component pays in the period.</param>
    /// <param name="prior">What was credited before.</param>
    /// <param name="added">The credit; negative takes back.</param>
    /// <returns>The difference, not rounded.</returns>
    public static decimal AmountOfNext(ComponentTerms terms, decimal prior, decimal added) =>
        Amount(terms, prior + added) - Amount(terms, prior);

    /// <summary>The pay for each of a period's credits in order, to the minor unit.</summary>
    /// <param name="terms">What the component pays in the period.</param>
    /// <param name="credits">The credits in order.</param>
    /// <param name="policy">The minor unit.</param>
    /// <param name="destination">Receives the pay of each credit; of the same length.</param>
    /// <param name="prior">What was credited in the period before.</param>
    /// <returns>What is credited after the last of them.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static decimal Amount(
        ComponentTerms terms,
        ReadOnlySpan<decimal> credits,
        RoundingPolicy policy,
        Span<decimal> destination,
        decimal prior = 0m)
    {
        Guard.Against.Null(terms);
        DomainGuards.RequireSameLength(credits.Length, destination.Length);
        decimal credited = prior;
        int done = terms.PayOfNext(ref credited, credits, policy, destination);
        if (done == credits.Length)
        {
            return credited;
        }

        decimal paid = terms.PayAt(credited, policy);
        for (int i = done; i < credits.Length; i++)
        {
            credited += credits[i];
            decimal pay = terms.PayAt(credited, policy);
            destination[i] = pay - paid;
            paid = pay;
        }

        return credited;
    }
}
