using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>What is due for a quantity under a <see cref="TierSchedule"/>.</summary>
/// <remarks>
/// <para>With <c>F(from)</c> for what the tiers below come to where the tier starts, the amount in a tier is:</para>
/// <list type="bullet">
/// <item><description>marginal: <c>F(from) + flat + (quantity - from) × rate</c></description></item>
/// <item><description>retroactive to the first unit: <c>flat + quantity × rate</c></description></item>
/// <item><description>retroactive on the overage: <c>F(o) + flat + (quantity - o) × rate</c>, <c>o</c> being where the run
/// of overage tiers starts</description></item>
/// <item><description>interpolated: <c>F(from) + (quantity - from) × (amountAtEnd - F(from)) / (upTo - from)</c></description></item>
/// </list>
/// <para>Nothing is rounded. At zero nothing is due, save the flat amount of a first tier that zero belongs to
/// (<see cref="TierBoundary.ToUpperTier"/>).</para>
/// </remarks>
public static class TierCalculator
{
    /// <summary>Returns the amount due for a quantity.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantity">The quantity, zero or more, within the last tier.</param>
    /// <returns>The amount, not rounded.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier, or the amount
    /// does not fit a <see cref="decimal"/>.</exception>
    public static decimal Amount(TierSchedule schedule, decimal quantity) =>
        AmountAt(Guard.Against.Null(schedule).Function, quantity, nameof(quantity));

    /// <summary>The amounts due for many quantities, each on its own.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantities">Zero or more each, within the last tier.</param>
    /// <param name="destination">Receives an amount for each quantity; of the same length.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above the last tier, or the lengths
    /// differ.</exception>
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

    /// <summary>What a further quantity is due on top of what came before: <c>F(prior + added) - F(prior)</c>.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="prior">The quantity so far, zero or more.</param>
    /// <param name="added">The further quantity; negative takes some back, to zero at the least.</param>
    /// <returns>The difference, which the order and the size of the steps do not change in the sum. Negative where something
    /// is taken back, and where a retroactive rate falls.</returns>
    /// <exception cref="ArgumentException"><paramref name="prior"/>, or the sum of both, is negative or above the last tier,
    /// or an amount does not fit a <see cref="decimal"/>.</exception>
    public static decimal AmountOfNext(TierSchedule schedule, decimal prior, decimal added)
    {
        TierFunction function = Guard.Against.Null(schedule).Function;
        decimal before = AmountAt(function, prior, nameof(prior));
        return AmountAt(function, DomainGuards.Total(prior, added, nameof(added)), nameof(added)) - before;
    }

    /// <summary>The tier that a quantity lies in.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantity">Zero or more; zero lies in the first tier.</param>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier.</exception>
    public static Tier TierOf(TierSchedule schedule, decimal quantity) => schedule.Tiers[IndexOf(schedule, quantity)];

    /// <summary>How the amount due for a quantity comes about.</summary>
    /// <param name="schedule">The tiers.</param>
    /// <param name="quantity">Zero or more, within the last tier.</param>
    /// <returns>The tiers that add to it, in order; the amounts sum to <see cref="Amount"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier.</exception>
    public static ValueList<TierAmount> Breakdown(TierSchedule schedule, decimal quantity)
    {
        int last = IndexOf(schedule, quantity);
        var parts = new List<TierAmount>();

        // A retroactive tier replaces those below it, to the first unit or to the start of the overage.
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
