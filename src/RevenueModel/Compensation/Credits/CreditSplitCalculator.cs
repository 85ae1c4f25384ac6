using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Who is credited with how much.</summary>
public static class CreditSplitCalculator
{
    /// <summary>Shares a deal between those who sell it, and credits overlays beside them.</summary>
    /// <param name="deal">The credit as it would be for the whole deal: its share is one and it is no overlay's.</param>
    /// <param name="shares">Who is credited with how much. The shares of those who sell it sum to one; overlays come on top,
    /// so that the deal may be credited beyond 100% in all.</param>
    /// <returns>A credit for each share, in order. The sellers' parts sum to the deal exactly.</returns>
    /// <exception cref="ArgumentException">The deal is shared already or is a reading of a level, nobody sells it, a
    /// person is listed twice as seller or twice as overlay, or the sellers' shares do not sum to one.</exception>
    public static ValueList<SplitCredit> Split(CompCredit deal, ReadOnlySpan<CreditShare> shares)
    {
        Guard.Against.Null(deal);
        if (deal.Share != 1m || deal.IsOverlay)
        {
            throw new ArgumentException(
                Invariant($"{nameof(CompCredit)} {deal} is shared already; the credit of a whole deal is expected."),
                nameof(deal));
        }

        if (deal.Measure.Kind == MeasureKind.Level)
        {
            throw new ArgumentException(
                Invariant($"{nameof(CompCredit)} {deal} is a reading of {deal.Measure.Name}; a flow, which can be shared, is expected."),
                nameof(deal));
        }

        decimal sold = 0m;
        for (int i = 0; i < shares.Length; i++)
        {
            CreditShare share = Guard.Against.Null(shares[i], nameof(shares));
            sold += share.IsOverlay ? 0m : share.Share;
            if (NameLookup.IndexOf(shares[..i], PersonAndCapacity(share), PersonAndCapacity) >= 0)
            {
                throw new ArgumentException(
                    Invariant($"shares had \"{PersonAndCapacity(share)}\" twice for deal {deal.Deal}; one share a person is expected."),
                    nameof(shares));
            }
        }

        if (sold != 1m)
        {
            throw new ArgumentException(
                Invariant($"The shares of those who sell {deal.Deal} sum to {sold}; 1 is expected (overlays come on top)."),
                nameof(shares));
        }

        var credits = new SplitCredit[shares.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            credits[i] = new SplitCredit(
                shares[i], deal with { Share = shares[i].Share, IsOverlay = shares[i].IsOverlay });
        }

        return ValueList.Own(credits);
    }

    /// <inheritdoc cref="Split(CompCredit, ReadOnlySpan{CreditShare})"/>
    public static ValueList<SplitCredit> Split(CompCredit deal, IEnumerable<CreditShare> shares) =>
        Split(deal, shares.AsItems());

    private static string PersonAndCapacity(CreditShare share) =>
        share.IsOverlay ? share.Person + " as overlay" : share.Person;
}
