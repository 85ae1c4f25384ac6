using FsCheck;
using FsCheck.Fluent;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Generates tiers and quantities with varied digits: trailing zeros, many digits, different numbers of decimal
/// places.
/// </summary>
public static class BulkArbitraries
{
    private static readonly Gen<int> Bits = Gen.Choose(0, 0xFFFF).Two()
        .Select(halves => (halves.Item1 << 16) | halves.Item2);

    private static readonly Gen<bool> Coin = Gen.Elements(false, true);

    private static readonly Gen<decimal> PlainRates = Gen.Frequency(
        (1, Numbers(0, 4)), (2, Numbers(2_000_000, 6)), (1, Gen.Choose(0, 30).Select(tenths => tenths / 10m)));

    private static readonly Gen<decimal> PlainFlats = Gen.Frequency((1, Numbers(0, 2)), (1, Numbers(10_000, 2)));

    private static readonly Gen<decimal> PlainWidths = Gen.Frequency(
        (2, Gen.Choose(1, 20).Select(thousands => thousands * 1_000m)),
        (1, Numbers(1_000_000, 2).Where(width => width > 0m)));

    public static Arbitrary<BulkCase> BulkCase() => Gen.Frequency(
        (1, CaseGen(PlainWidths, PlainRates, PlainFlats)),
        (1, CaseGen(Rough(15, 28).Where(width => width > 0m), Rough(12, 14), Rough(15, 28)))).ToArbitrary();

    private static Gen<BulkCase> CaseGen(Gen<decimal> widths, Gen<decimal> rates, Gen<decimal> flats) =>
        from schedule in ScheduleGen(widths, rates, flats)
        from price in PriceGen(schedule)
        from quantities in QuantityGen(schedule).ArrayOf(12)
        select new BulkCase(schedule, price, ValueList.Create<decimal>(quantities));

    private static Gen<TierSchedule> ScheduleGen(Gen<decimal> widths, Gen<decimal> rates, Gen<decimal> flats) =>
        (from count in Gen.Choose(1, 5)
         from all in widths.ArrayOf(count)
         from rate in rates.ArrayOf(count)
         from flat in flats.ArrayOf(count)
         from mode in Gen.Elements(Enum.GetValues<TierMode>()).ArrayOf(count)
         from isOpen in Coin
         from boundary in Gen.Elements(Enum.GetValues<TierBoundary>())
         select FittingSchedule(boundary, Tiers(all, rate, flat, mode, isOpen)))
        .Where(schedule => schedule is not null)
        .Select(schedule => schedule!);

    private static Gen<TieredPrice> PriceGen(TierSchedule schedule) =>
        from isVolume in Coin
        from buysUp in Coin
        from atZero in Gen.Elements(Enum.GetValues<ZeroUsage>())
        let tiers = schedule.Tiers.Select(tier => tier.UpTo is { } end
            ? PriceTier.UpTo(end, tier.Rate, tier.FlatAmount)
            : PriceTier.Beyond(tier.Rate, tier.FlatAmount)).ToArray()
        let price = (isVolume ? PriceModel.Volume(tiers) : PriceModel.Graduated(tiers)).WithZeroUsage(atZero)
        select buysUp ? price.WithBuyUp() : price;

    private static Gen<decimal> QuantityGen(TierSchedule schedule)
    {
        decimal[] ends = [0m, .. schedule.Tiers.Select(tier => tier.UpTo ?? 1m)];
        Gen<decimal> near = from end in Gen.Elements(ends)
                            from step in Gen.Choose(-1, 1)
                            from digits in Gen.Choose(0, 10)
                            select end + (step * new decimal(1, 0, 0, isNegative: false, (byte)digits));
        Gen<decimal> within = from part in Gen.Choose(0, 1_200_000)
                              from digits in Gen.Choose(0, 10)
                              select decimal.Round(ends[^1] * (part / 1_000_000m), digits);
        return Gen.Frequency((3, near), (4, within), (2, Rough(18, 10)), (1, Rough(28, 28)));
    }

    // With as many digits at the most; below zero never.
    private static Gen<decimal> Rough(int mostDigits, int mostScale) =>
        from bits in Bits.Three()
        from digits in Gen.Choose(0, mostDigits)
        from zeros in Gen.Choose(0, 3)
        from scale in Gen.Choose(0, mostScale)
        let number = new decimal(bits.Item1, bits.Item2, bits.Item3 & 0x7FFFFFFF, isNegative: false, 0)
        let cut = decimal.Floor(number % PowerOfTen(digits) / PowerOfTen(zeros)) * PowerOfTen(zeros)
        select WithScale(cut, scale);

    private static Gen<decimal> Numbers(int most, int scale) =>
        Gen.Choose(0, most).Select(number => new decimal(number, 0, 0, isNegative: false, (byte)scale));

    private static Tier[] Tiers(decimal[] widths, decimal[] rates, decimal[] flats, TierMode[] modes, bool isOpen)
    {
        var tiers = new Tier[widths.Length];
        decimal from = 0m;
        for (int i = 0; i < tiers.Length; i++)
        {
            decimal end = from + widths[i];
            if (end == from)
            {
                return [.. tiers[..i], Tier.AtLeast(from, rates[i])]; // the width was too small beside it
            }

            bool isLast = i == tiers.Length - 1;
            TierMode rated = modes[i] == TierMode.Interpolated ? TierMode.Marginal : modes[i];
            tiers[i] = isLast && isOpen ? Tier.AtLeast(from, rates[i], rated, flats[i])
                : modes[i] == TierMode.Interpolated ? Tier.Interpolated(from, end, flats[i])
                : Tier.Between(from, end, rates[i], rated, flats[i]);
            from = end;
        }

        return tiers;
    }

    // Lines over large tiers may leave what a decimal holds.
    private static TierSchedule? FittingSchedule(TierBoundary boundary, Tier[] tiers)
    {
        try
        {
            return TierSchedule.Of(boundary, tiers);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal PowerOfTen(int exponent)
    {
        decimal power = 1m;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10m;
        }

        return power;
    }

    private static decimal WithScale(decimal number, int scale)
    {
        int[] bits = decimal.GetBits(number);
        return new decimal(bits[0], bits[1], bits[2], isNegative: false, (byte)scale);
    }
}
