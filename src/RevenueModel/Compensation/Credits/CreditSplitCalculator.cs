using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Splits the credit of a deal among people.</summary>
public static class CreditSplitCalculator
{
    /// <summary>Splits a deal among its sellers, and credits overlays in addition.</summary>
    /// <param name="deal">The credit of the whole deal: its share is one, and it is not an overlay.</param>
    /// <param name="shares">The people and their shares. The shares of the sellers sum to one. Overlays are added, so
    /// the total credit may exceed 100% of the deal.</param>
    /// <returns>A credit for each share, in order. The parts of the sellers sum to the deal exactly.</returns>
    /// <exception cref="ArgumentException">The deal is already split or is a reading of a level, there is no seller, a
    /// person is listed twice as seller or twice as overlay, or the shares of the sellers do not sum to
    /// one.</exception>
    /// <example><code>
    /// CompCredit deal = CompCredit.Of("Acme", new LocalDate(2027, 3, 1), 100_000m);
    /// ValueList&lt;SplitCredit&gt; credits = CreditSplitCalculator.Split(
    ///     deal, [CreditShare.Of("Ada", 0.6m), CreditShare.Of("Grace", 0.4m)]);
    /// Console.WriteLine(string.Join("; ", credits)); // Ada: 60,000; Grace: 40,000
    /// </code></example>
    public static ValueList<SplitCredit> Split(CompCredit deal, ReadOnlySpan<CreditShare> shares)
    {
        Guard.Against.Null(deal);
        RequireWhole(deal);
        decimal sold = 0m;
        for (int i = 0; i < shares.Length; i++)
        {
            CreditShare share = Guard.Against.Null(shares[i], nameof(shares));
            sold += share.IsOverlay ? 0m : share.Share;
            if (NameLookup.IndexOf(shares[..i], PersonAndCapacity(share), PersonAndCapacity) >= 0)
            {
                throw new ArgumentException(
                    Invariant($"shares had \"{PersonAndCapacity(share)}\" twice for deal {deal.Deal}; one share a ")
                        + "person is expected.",
                    nameof(shares));
            }
        }

        if (sold != 1m)
        {
            throw new ArgumentException(
                Invariant($"The shares of those who sell {deal.Deal} sum to {sold}; 1 is expected (overlays come on ")
                    + "top; SplitEqually makes equal shares).",
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

    /// <summary>Splits a deal equally among its sellers, rounded to the minor unit.</summary>
    /// <param name="deal">The credit of the whole deal: its share is one, and it is not an overlay.</param>
    /// <param name="rounding">The rounding policy, which has the minor unit.</param>
    /// <param name="people">The sellers: at least one person, each once.</param>
    /// <returns>A credit for each person, in order. The parts sum to the deal exactly. Remaining minor units are given
    /// to the first people.</returns>
    /// <exception cref="ArgumentException">The deal is already split, is a reading of a level or has more decimal
    /// places than the minor unit, there is no seller, or a person is listed twice.</exception>
    public static ValueList<SplitCredit> SplitEqually(
        CompCredit deal, RoundingPolicy rounding, params ReadOnlySpan<string> people)
    {
        Guard.Against.Null(deal);
        RequireWhole(deal);
        if (!rounding.TryToMinorUnits(deal.Amount, out _))
        {
            throw DomainGuards.OutOfRange(
                nameof(deal), deal, Invariant($"a credit with at most {rounding.Digits} decimal places"));
        }

        if (people.IsEmpty)
        {
            throw new ArgumentException(
                $"people had nobody for {deal}; at least one person is expected.", nameof(people));
        }

        decimal[] weights = new decimal[people.Length];
        Array.Fill(weights, 1m);
        ValueList<decimal> parts = AllocationCalculator.ByLargestRemainder(deal.Amount, weights, rounding);
        var credits = new SplitCredit[people.Length];
        for (int i = 0; i < people.Length; i++)
        {
            string person = Guard.Against.Blank(people[i], nameof(people));
            if (people[..i].Contains(person))
            {
                throw new ArgumentException(
                    $"people had \"{person}\" twice for deal {deal.Deal}; each person once is expected.",
                    nameof(people));
            }

            decimal share = 1m / people.Length;
            credits[i] = new SplitCredit(
                CreditShare.Of(person, share), deal with { Share = share, CreditedPart = parts[i] });
        }

        return ValueList.Own(credits);
    }

    /// <inheritdoc cref="SplitEqually(CompCredit, RoundingPolicy, ReadOnlySpan{string})"/>
    public static ValueList<SplitCredit> SplitEqually(
        CompCredit deal, RoundingPolicy rounding, IEnumerable<string> people) =>
        SplitEqually(deal, rounding, people.AsItems());

    private static void RequireWhole(CompCredit deal)
    {
        if (deal.Share != 1m || deal.IsOverlay || deal.CreditedPart is not null)
        {
            throw new ArgumentException(
                $"{nameof(CompCredit)} {deal} is shared already; the credit of a whole deal is expected.",
                nameof(deal));
        }

        if (deal.Measure.Kind == MeasureKind.Level)
        {
            throw new ArgumentException(
                $"{nameof(CompCredit)} {deal} is a reading of {deal.Measure.Name}; a flow, which can be shared, is "
                    + "expected.",
                nameof(deal));
        }
    }

    private static string PersonAndCapacity(CreditShare share) =>
        share.IsOverlay ? share.Person + " as overlay" : share.Person;
}
