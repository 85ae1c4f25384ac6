using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates tiers and spans of days.</summary>
public static class TierArbitraries
{
    private static readonly Gen<TierMode> RatedModes =
        Gen.Elements(TierMode.Marginal, TierMode.RetroactiveToFirstUnit, TierMode.RetroactiveOnOverage);

    private static readonly Gen<TierMode> Modes = Gen.Elements(Enum.GetValues<TierMode>());

    private static readonly Gen<decimal> Rates = Gen.Frequency(
        (1, Gen.Constant(0m)),
        (3, Gen.Choose(0, 30).Select(tenths => tenths / 10m)),
        (3, Gen.Choose(0, 2_000_000).Select(millionths => millionths / 1_000_000m)));

    // Half of the tiers have none.
    private static readonly Gen<decimal> Flats = Gen.Choose(-1_000, 1_000).Select(tenths => Math.Max(tenths, 0) / 10m);

    private static readonly Gen<decimal> Widths = Gen.Frequency(
        (3, Gen.Choose(1, 20).Select(thousands => thousands * 1_000m)),
        (3, Gen.Choose(1, 1_000_000).Select(cents => cents / 100m)));

    public static Arbitrary<Tier> Tier() =>
        (from start in Gen.Choose(0, 1_000_000)
         from tier in TierGen(Modes, start / 100m)
         select tier).ToArbitrary();

    public static Arbitrary<TierSchedule> TierSchedule() => Arb.From(
        ScheduleGen(),
        schedule => schedule.Tiers.Count == 1
            ? []
            :
            [
                RevenueModel.Primitives.TierSchedule.Of(
                    schedule.Boundary, schedule.Tiers.AsSpan()[..^1]),
            ]);

    public static Arbitrary<Metered> Metered() =>
        (from schedule in ScheduleGen()
         from quantity in QuantityIn(schedule)
         select new Metered(schedule, quantity)).ToArbitrary();

    public static Arbitrary<DateSpan> DateSpan() => SpanGen().ToArbitrary();

    public static Arbitrary<WholeMonths> WholeMonths() =>
        (from start in DateGen()
         from isFirstOfMonth in Gen.Choose(0, 2)
         from months in Gen.Frequency((4, Gen.Elements(1, 3, 12)), (1, Gen.Choose(1, 40)))
         select new WholeMonths(RevenueModel.Primitives.DateSpan.Months(
             isFirstOfMonth > 0 ? start.ToYearMonth().OnDayOfMonth(1) : start, months))).ToArbitrary();

    /// <summary>Days in the years that plans are of, the ends of months and leap days often among them.</summary>
    internal static Gen<LocalDate> DateGen() => Gen.Frequency(
        (1, Gen.Elements(new LocalDate(2024, 2, 29), new LocalDate(2027, 1, 31), new LocalDate(2026, 12, 31))),
        (1, Gen.Choose(0, 60).Select(months => new LocalDate(2024, 1, 1).PlusMonths(months))),
        (4, Gen.Choose(0, 1_900).Select(days => new LocalDate(2024, 1, 1).PlusDays(days))));

    private static Gen<DateSpan> SpanGen() =>
        from start in DateGen()
        from days in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1)), (6, Gen.Choose(1, 900)))
        select days == 0
            ? RevenueModel.Primitives.DateSpan.From(start)
            : RevenueModel.Primitives.DateSpan.Between(start, start.PlusDays(days));

    private static Gen<TierSchedule> ScheduleGen() =>
        from widths in Gen.Choose(0, 4).SelectMany(count => Widths.ArrayOf(count))
        from boundary in Gen.Elements(Enum.GetValues<TierBoundary>())
        from isOpen in Gen.Frequency((2, Gen.Constant(true)), (widths.Length > 0 ? 1 : 0, Gen.Constant(false)))
        let ends = Ends(widths)
        from tiers in Gen.CollectToArray(
            Enumerable.Range(0, isOpen ? ends.Length : ends.Length - 1),
            at => at == ends.Length - 1 ? OpenGen(ends[at]) : TierGen(Modes, ends[at], ends[at + 1]))
        select RevenueModel.Primitives.TierSchedule.Of(boundary, tiers);

    private static Gen<decimal> QuantityIn(TierSchedule schedule)
    {
        decimal[] ends = [.. schedule.Tiers.Select(tier => tier.From), schedule.UpTo ?? 100_000m];
        Gen<decimal> near = from end in Gen.Elements(ends)
                            from step in Gen.Elements(0m, 0m, 0.01m, -0.01m)
                            select end + step;
        return Gen.Frequency(
            (1, near), (2, Gen.Choose(0, 1_000_000).Select(part => decimal.Round(ends[^1] * part / 1_000_000m, 2))))
                .Select(quantity => Math.Max(quantity, 0m))
                .Select(quantity => schedule.UpTo is { } end && quantity >= end
                    ? schedule.Boundary == TierBoundary.ToLowerTier ? end : end - 0.01m
                    : quantity);
    }

    private static decimal[] Ends(decimal[] widths)
    {
        var ends = new decimal[widths.Length + 1];
        for (int i = 0; i < widths.Length; i++)
        {
            ends[i + 1] = ends[i] + widths[i];
        }

        return ends;
    }

    private static Gen<Tier> TierGen(Gen<TierMode> modes, decimal start) =>
        from width in Widths
        from isOpen in Gen.Elements(false, true)
        from tier in isOpen ? OpenGen(start) : TierGen(modes, start, start + width)
        select tier;

    private static Gen<Tier> TierGen(Gen<TierMode> modes, decimal start, decimal upTo) =>
        from mode in modes
        from rate in Rates
        from flat in Flats
        from amount in Gen.Choose(0, 10_000_000).Select(cents => cents / 100m)
        select mode == TierMode.Interpolated
            ? RevenueModel.Primitives.Tier.Interpolated(start, upTo, amount)
            : RevenueModel.Primitives.Tier.Between(start, upTo, rate, mode, flat);

    private static Gen<Tier> OpenGen(decimal start) =>
        from mode in RatedModes
        from rate in Rates
        from flat in Flats
        select RevenueModel.Primitives.Tier.AtLeast(start, rate, mode, flat);
}
