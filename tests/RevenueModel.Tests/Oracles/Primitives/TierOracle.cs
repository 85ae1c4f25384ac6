using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Primitives;

/// <summary>The amount due by the formulas in the remarks of <see cref="TierCalculator"/>, in exact fractions and with
/// nothing kept from one tier to the next.</summary>
internal static class TierOracle
{
    public static ExactFraction Amount(TierSchedule schedule, decimal quantity)
    {
        if (quantity == 0m && schedule.Boundary == TierBoundary.ToLowerTier)
        {
            return ExactFraction.Of(0m);
        }

        return AmountIn(schedule, IndexOf(schedule, quantity), quantity);
    }

    public static int IndexOf(TierSchedule schedule, decimal quantity)
    {
        for (int i = 0; i < schedule.Tiers.Count; i++)
        {
            Tier tier = schedule.Tiers[i];
            bool startsBelow = schedule.Boundary == TierBoundary.ToUpperTier || i == 0
                ? quantity >= tier.From
                : quantity > tier.From;
            bool endsAbove = tier.UpTo is not { } end
                || (schedule.Boundary == TierBoundary.ToUpperTier ? quantity < end : quantity <= end);
            if (startsBelow && endsAbove)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(quantity));
    }

    /// <summary>
    /// Returns whether a decimal is the exact amount, or within 1e-14 of it if the exact amount has no short decimal
    /// expansion.
    /// </summary>
    public static bool Agrees(decimal actual, ExactFraction exact) =>
        HasShortExpansion(exact) ? ExactFraction.Of(actual) == exact : IsNear(actual, exact);

    /// <summary>Returns whether a decimal is within 1e-14 of the exact amount.</summary>
    public static bool IsNear(decimal actual, ExactFraction exact)
    {
        ExactFraction off = ExactFraction.Of(actual) - exact;
        ExactFraction near = ExactFraction.Of(1e-14m);
        return off <= near && off >= ExactFraction.Of(0m) - near;
    }

    // No more than twelve decimal places.
    private static bool HasShortExpansion(ExactFraction exact) =>
        System.Numerics.BigInteger.Remainder(1_000_000_000_000, exact.Denominator).IsZero;

    private static ExactFraction AmountIn(TierSchedule schedule, int index, decimal quantity)
    {
        Tier tier = schedule.Tiers[index];
        ExactFraction q = ExactFraction.Of(quantity);
        ExactFraction from = ExactFraction.Of(tier.From);
        ExactFraction flat = ExactFraction.Of(tier.FlatAmount);
        ExactFraction rate = ExactFraction.Of(tier.Rate);
        switch (tier.Mode)
        {
            case TierMode.Marginal:
                return AmountBelow(schedule, index) + flat + ((q - from) * rate);
            case TierMode.RetroactiveToFirstUnit:
                return flat + (q * rate);
            case TierMode.RetroactiveOnOverage:
                int first = index;
                while (first > 0 && schedule.Tiers[first - 1].Mode == TierMode.RetroactiveOnOverage)
                {
                    first--;
                }

                ExactFraction o = ExactFraction.Of(schedule.Tiers[first].From);
                return AmountBelow(schedule, first) + flat + ((q - o) * rate);
            default:
                ExactFraction below = AmountBelow(schedule, index);
                ExactFraction upTo = ExactFraction.Of(tier.UpTo!.Value);
                return below + ((q - from) * (ExactFraction.Of(tier.AmountAtEnd!.Value) - below) / (upTo - from));
        }
    }

    // F(from): what the tiers below come to where the tier starts.
    private static ExactFraction AmountBelow(TierSchedule schedule, int index) => index == 0
        ? ExactFraction.Of(0m)
        : AmountIn(schedule, index - 1, schedule.Tiers[index].From);
}
