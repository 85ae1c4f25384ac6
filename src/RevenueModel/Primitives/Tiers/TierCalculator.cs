using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>Computes the amount due for a quantity under a <see cref="TierSchedule"/>.</summary>
/// <remarks>
/// <para><c>F(from)</c> is the amount due by the tiers below at the start of a tier. The amount in a tier is:</para>
/// <list type="bullet">
/// <item><description>marginal: <c>F(from) + flat + (quantity - from) × rate</c></description></item>
/// <item><description>retroactive to the first unit: <c>flat + quantity × rate</c></description></item>
/// <item><description>retroactive on the overage: <c>F(o) + flat + (quantity - o) × rate</c>, where <c>o</c> is the
/// start of the run of overage tiers</description></item>
/// <item><description>interpolated:
/// <c>F(from) + (quantity - from) × (amountAtEnd - F(from)) / (upTo - from)</c></description></item>
/// </list>
/// <para>Nothing is rounded. A quantity of zero is due nothing, except the flat amount of a first tier that zero
/// belongs to (<see cref="TierBoundary.ToUpperTier"/>).</para>
/// </remarks>
public static class TierCalculator
{
    /// <summary>Returns the amount due for a quantity.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantity">The quantity, zero or more, within the last tier.</param>
    /// <returns>The amount, not rounded.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier, or the
    /// amount does not fit a <see cref="decimal"/>.</exception>
    /// <example><code>
    /// TierSchedule tiers = TierSchedule.Of(Tier.Between(0m, 1_000m, 0.10m), Tier.AtLeast(1_000m, 0.08m));
    /// decimal due = TierCalculator.Amount(tiers, 1_500m); // 1,000 × 0.10 + 500 × 0.08
    /// Console.WriteLine(due); // 140.00
    /// </code></example>
    public static decimal Amount(TierSchedule schedule, decimal quantity) =>
        AmountAt(Guard.Against.Null(schedule).Function, quantity, nameof(quantity));

    /// <summary>Computes the amounts due for many quantities, each independently.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantities">The quantities, each zero or more and within the last tier.</param>
    /// <param name="destination">Receives an amount for each quantity; of the same length.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above the last tier, an amount does not fit a
    /// <see cref="decimal"/>, or the lengths differ.</exception>
    public static void Amounts(TierSchedule schedule, ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        TierFunction function = Guard.Against.Null(schedule).Function;
        DomainGuards.RequireSameLength(quantities.Length, destination.Length);
        for (int i = 0; i < quantities.Length; i++)
        {
            i += function.Bulk.AmountsAt(quantities[i..], destination[i..]);
            if (i < quantities.Length)
            {
                destination[i] = AmountAt(function, quantities[i], nameof(quantities));
            }
        }
    }

    /// <summary>Returns the amount due for a further quantity: <c>F(prior + added) - F(prior)</c>.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="prior">The quantity so far, zero or more.</param>
    /// <param name="added">The further quantity. A negative one takes back at most <paramref name="prior"/>.</param>
    /// <returns>The difference. The sum of the differences does not depend on the order or size of the steps. Negative
    /// if a quantity is taken back or if a retroactive rate falls.</returns>
    /// <exception cref="ArgumentException"><paramref name="prior"/> or the sum of both is negative or above the last
    /// tier, or an amount does not fit a <see cref="decimal"/>.</exception>
    public static decimal AmountOfNext(TierSchedule schedule, decimal prior, decimal added)
    {
        TierFunction function = Guard.Against.Null(schedule).Function;
        decimal before = AmountAt(function, prior, nameof(prior));
        return AmountAt(function, DomainGuards.Total(prior, added, nameof(added)), nameof(added)) - before;
    }

    /// <summary>Returns the tier in which a quantity lies.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantity">The quantity, zero or more, within the last tier; zero lies in the first tier.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier.</exception>
    public static Tier TierOf(TierSchedule schedule, decimal quantity) => schedule.Tiers[IndexOf(schedule, quantity)];

    /// <summary>Returns the contribution of each tier to the amount due for a quantity.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantity">The quantity, zero or more, within the last tier.</param>
    /// <returns>The tiers that contribute, in order. The amounts sum to <see cref="Amount"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier.</exception>
    public static ValueList<TierAmount> Breakdown(TierSchedule schedule, decimal quantity)
    {
        int last = IndexOf(schedule, quantity);
        var parts = new List<TierAmount>();

        // A retroactive tier replaces the tiers below it, to the first unit or to the start of the overage.
        while (last >= 0 && (quantity > 0m || parts.Count == 0))
        {
            Tier tier = schedule.Tiers[last];
            TierPiece piece = schedule.Function.Pieces[last];
            decimal from = tier.Mode is TierMode.RetroactiveToFirstUnit ? 0m : piece.Anchor;
            decimal below = tier.Mode is TierMode.Interpolated ? piece.Amount : piece.Amount - tier.FlatAmount;
            parts.Add(new TierAmount(tier, quantity - from, AmountIn(schedule, last, quantity) - below));
            quantity = from;
            last = LastBelow(schedule, from);
        }

        parts.Reverse();
        return parts.ToValueList();
    }

    private static decimal AmountAt(TierFunction function, decimal quantity, string name)
    {
        try
        {
            return function.AmountAt(Guard.Against.BelowZero(quantity, name), name);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The amount for {quantity}"), name, overflow);
        }
    }

    private static decimal AmountIn(TierSchedule schedule, int index, decimal quantity) =>
        quantity == 0m && schedule.Boundary == TierBoundary.ToLowerTier
            ? 0m
            : schedule.Function.Pieces[index].AmountAt(quantity);

    private static int LastBelow(TierSchedule schedule, decimal end)
    {
        int index = schedule.Tiers.Count - 1;
        while (index >= 0 && schedule.Tiers[index].UpTo != end)
        {
            index--;
        }

        return index;
    }

    private static int IndexOf(TierSchedule schedule, decimal quantity)
    {
        TierFunction function = Guard.Against.Null(schedule).Function;
        int index = function.IndexOf(Guard.Against.BelowZero(quantity));
        return index >= 0 ? index : throw function.AboveTheLastTier(nameof(quantity), quantity);
    }
}
