using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

[assembly: FsCheck.Xunit.Properties(Arbitrary = new[]
{
    typeof(RevenueModel.Tests.Generators.Arbitraries),
    typeof(RevenueModel.Tests.Generators.TierArbitraries),
    typeof(RevenueModel.Tests.Generators.CompensationArbitraries),
    typeof(RevenueModel.Tests.Generators.LedgerArbitraries),
    typeof(RevenueModel.Tests.Generators.PricingArbitraries),
    typeof(RevenueModel.Tests.Generators.PricingPlanArbitraries),
    typeof(RevenueModel.Tests.Generators.PricingPartArbitraries),
})]

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Generates values of the validated types. It is registered once for the assembly, so that a property can take any of
/// them as a parameter. Each generator gives only valid values, including the ends of their ranges.
/// </summary>
public static class Arbitraries
{
    private static readonly Gen<string?> SegmentNames =
        Gen.Elements<string?>(null, "SMB", "Mid-Market", "Enterprise", "smb", "Öffentlich");

    private static readonly Gen<string?> AccountNames =
        Gen.Elements<string?>(null, "Acme", "Globex", "İstanbul A.Ş.");

    private static readonly Gen<bool> Coin = Gen.Elements(false, true);

    private static readonly Gen<ForecastCategory> OpenCategories = Gen.Elements(
        ForecastCategory.Omitted, ForecastCategory.Pipeline, ForecastCategory.BestCase, ForecastCategory.Commit);

    public static Arbitrary<Fraction> Fraction() => Arb.From(
        Gen.Frequency(
            (1, Gen.Elements(0m, 1m)),
            (3, Gen.Choose(0, 100).Select(percent => percent / 100m)),
            (4, Gen.Choose(0, 1_000_000).Select(millionths => millionths / 1_000_000m)))
            .Select(value => new Fraction(value)),
        fraction => fraction.Value is 0m or 1m ? [] : [new Fraction(0m), new Fraction(1m)]);

    public static Arbitrary<Cents> Cents() => Arb.From(
        Gen.Frequency(
            (1, Gen.Elements(0L, 1L, -1L)),
            (4, Gen.Choose(-100_000, 100_000).Select(count => (long)count)),
            (3, Numbers(-1_000_000_000_000L, 1_000_000_000_000L)))
            .Select(count => new Cents(count)),
        cents => cents.Count == 0 ? [] : [new Cents(cents.Count / 2)]);

    public static Arbitrary<Weights> Weights() => Arb.From(
        WeightsGen(),
        weights => weights.Count <= 1
            ? []
            : new[] { weights.Values.Take(weights.Count - 1), weights.Values.Skip(1) }
                .Where(fewer => fewer.Any(weight => weight > 0m))
                .Select(fewer => new Weights(fewer.ToValueList())));

    public static Arbitrary<LocalDate> LocalDate() => Gen.Frequency(
        (1, Gen.Elements(new LocalDate(2024, 2, 29), new LocalDate(2026, 12, 31), new LocalDate(2027, 1, 1))),
        (5, Gen.Choose(0, 5_000).Select(days => new LocalDate(2020, 1, 1).PlusDays(days))),
        (2, Gen.Choose(0, 3_000_000).Select(days => new LocalDate(2, 1, 1).PlusDays(days))))
        .ToArbitrary();

    public static Arbitrary<YearQuarter> YearQuarter() =>
        (from year in Gen.Frequency(
            (1, Gen.Elements(1, 2, 9999)), (4, Gen.Choose(1990, 2060)), (2, Gen.Choose(1, 9999)))
         from quarter in Gen.Choose(1, 4)
         select RevenueModel.Primitives.YearQuarter.Of(year, quarter)).ToArbitrary();

    public static Arbitrary<FiscalCalendar> FiscalCalendar() =>
        Gen.Choose(1, 12).Select(RevenueModel.Primitives.FiscalCalendar.StartingIn).ToArbitrary();

    public static Arbitrary<RoundingPolicy> RoundingPolicy() =>
        (from digits in Gen.Frequency((2, Gen.Constant(2)), (3, Gen.Choose(0, 9)))
         from rule in Gen.Elements(Enum.GetValues<RoundingRule>())
         select RevenueModel.Primitives.RoundingPolicy.ToDigits(digits, rule)).ToArbitrary();

    public static Arbitrary<Band<decimal>> DecimalBand() =>
        BandOf(Numbers(-1_000_000_000_000L, 1_000_000_000_000L).Select(count => count / 10_000m)).ToArbitrary();

    public static Arbitrary<Band<double>> DoubleBand() => BandOf(Doubles()).ToArbitrary();

    public static Arbitrary<Band<int>> IntBand() => BandOf(Gen.Frequency(
        (1, Gen.Elements(int.MinValue, int.MaxValue, 0)), (6, Gen.Choose(-1_000, 1_000)))).ToArbitrary();

    public static Arbitrary<Band<long>> LongBand() => BandOf(Gen.Frequency(
        (1, Gen.Elements(long.MinValue, long.MaxValue, 0L)),
        (6, Gen.Choose(-1_000, 1_000).Select(number => (long)number)))).ToArbitrary();

    public static Arbitrary<Segmentation> Segmentation() =>
        (from count in Gen.Choose(1, 5)
         from sizes in Gen.Choose(0, 50).ArrayOf(2 * count)
         from acvs in Gen.Choose(0, 300).ArrayOf(2 * count)
         from isOpen in Coin
         select RevenueModel.Segments.Segmentation.Of(Segments(sizes, acvs, isOpen))).ToArbitrary();

    public static Arbitrary<Segment> Segment() =>
        (from segmentation in Segmentation().Generator
         from segment in Gen.Elements<Segment>(segmentation.Segments)
         select segment).ToArbitrary();

    public static Arbitrary<DealTimeline> DealTimeline() => TimelineGen().ToArbitrary();

    public static Arbitrary<PipelineStage> PipelineStage() =>
        (from number in Gen.Choose(1, 9)
         from stage in StageGen(number)
         select stage).ToArbitrary();

    public static Arbitrary<SalesProcess> SalesProcess() =>
        (from count in Gen.Choose(1, 6)
         from probabilities in Fraction().Generator.ArrayOf(count)
         from categories in OpenCategories.ArrayOf(count)
         select RevenueModel.Pipeline.SalesProcess.Of([.. probabilities
             .OrderBy(probability => probability.Value)
             .Select((probability, at) => new PipelineStage
             {
                 Name = StageName(at + 1),
                 WinProbability = probability,
                 ForecastCategory = categories[at],
             })])).ToArbitrary();

    public static Arbitrary<Opportunity> Opportunity() =>
        (from process in SalesProcess().Generator
         from number in Gen.Choose(1, 1_000_000)
         from opportunity in OpportunityGen(process, number)
         select opportunity).ToArbitrary();

    public static Arbitrary<DealBook> DealBook() => Arb.From(
        from process in SalesProcess().Generator
        from deals in Gen.Sized(size => Gen.Choose(0, size)
            .SelectMany(count => Gen.CollectToArray(Enumerable.Range(1, count), at => OpportunityGen(process, at))))
        select new DealBook(process, deals.ToValueList()),
        book => book.Deals.IsEmpty
            ? []
            :
            [
                book with { Deals = book.Deals.Take(book.Deals.Count / 2).ToValueList() },
                book with { Deals = book.Deals.Skip((book.Deals.Count + 1) / 2).ToValueList() },
                book with { Deals = book.Deals.Skip(1).ToValueList() },
            ]);

    /// <summary>Whole numbers of the whole range, both ends included.</summary>
    public static Gen<long> Numbers(long min, long max) =>
        from high in Gen.Choose(0, int.MaxValue - 1)
        from low in Gen.Choose(0, int.MaxValue - 1)
        select min + (long)((((UInt128)(uint)high << 31) + (uint)low) % ((UInt128)((Int128)max - min) + 1));

    private static Gen<double> Doubles() =>
        from mantissa in Gen.Choose(-1_000_000, 1_000_000)
        from exponent in Gen.Choose(-12, 12)
        select mantissa * Math.Pow(10, exponent);

    private static Gen<Band<T>> BandOf<T>(Gen<T> ends)
        where T : struct, System.Numerics.INumber<T> =>
        from one in ends
        from other in ends
        from kind in Gen.Choose(0, 7)
        select kind switch
        {
            0 => Band.AtLeast(one),
            1 => Band.Between(one, one),
            _ => one <= other ? Band.Between(one, other) : Band.Between(other, one),
        };

    private static Gen<Weights> WeightsGen()
    {
        Gen<decimal> weight = Gen.Frequency(
            (1, Gen.Constant(0m)),
            (3, Gen.Choose(1, 100).Select(number => (decimal)number)),
            (3, Gen.Choose(1, 1_000_000).Select(millionths => millionths / 1_000_000m)),
            (1, from mantissa in Numbers(1, long.MaxValue)
                from scale in Gen.Choose(0, 28)
                select new decimal((int)mantissa, (int)(mantissa >> 32), 0, false, (byte)scale)));
        return (from count in Gen.Choose(1, 12)
                from weights in weight.ArrayOf(count)
                select weights)
            .Where(weights => weights.Any(value => value > 0m))
            .Select(weights => new Weights(weights.ToValueList()));
    }

    private static Segment[] Segments(int[] sizes, int[] acvs, bool isOpen)
    {
        long[] sizeEnds = Ascending(sizes);
        long[] acvEnds = Ascending(acvs);
        var segments = new Segment[sizes.Length / 2];
        for (int i = 0; i < segments.Length; i++)
        {
            bool isOpenAtTop = isOpen && i == segments.Length - 1;
            segments[i] = new Segment
            {
                Name = "Segment " + (char)('A' + i),
                SizeUnit = "sites",
                Size = isOpenAtTop
                    ? Band.AtLeast(sizeEnds[2 * i])
                    : Band.Between(sizeEnds[2 * i], sizeEnds[(2 * i) + 1]),
                Acv = isOpenAtTop
                    ? Band.AtLeast((decimal)acvEnds[2 * i])
                    : Band.Between((decimal)acvEnds[2 * i], acvEnds[(2 * i) + 1]),
                CycleMonths = Band.Between(1, 6),
                CycleDays = Band.Between(30, 180),
                WinRate = Band.Between(0.1m, 0.3m),
                Stage2ToCloseRate = 0.2m,
                CoverageTarget = 4m,
            };
        }

        return segments;
    }

    // An even step makes a band share an end with the previous one; an odd one leaves a gap.
    private static long[] Ascending(int[] steps)
    {
        var ends = new long[steps.Length];
        long end = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            end += i % 2 == 1 ? steps[i] + 1 : steps[i] % 2 * steps[i];
            ends[i] = end;
        }

        return ends;
    }

    private static Gen<PipelineStage> StageGen(int number) =>
        from probability in Fraction().Generator
        from category in OpenCategories
        select new PipelineStage
        {
            Name = StageName(number),
            WinProbability = probability,
            ForecastCategory = category,
        };

    private static string StageName(int number) => "Stage " + (char)('0' + number);

    private static Gen<DealTimeline> TimelineGen() =>
        from outcome in Gen.Frequency(
            (2, Gen.Constant(DealOutcome.Open)),
            (1, Gen.Constant(DealOutcome.Won)),
            (1, Gen.Constant(DealOutcome.Lost)))
        from createdDays in Gen.Choose(0, 2_500)
        from days in Gen.Choose(0, 700)
        from expectedDays in Gen.Choose(-30, 700)
        from isCreatedKnown in Gen.Choose(0, 7)
        from isDateKnown in Gen.Choose(0, 7)
        from isExpectedKnown in Gen.Choose(0, 7)
        let day = new LocalDate(2021, 1, 1).PlusDays(createdDays)
        let created = isCreatedKnown > 0 ? day : (LocalDate?)null
        let later = isDateKnown > 0 ? day.PlusDays(days) : (LocalDate?)null
        let expected = isExpectedKnown > 0 ? day.PlusDays(expectedDays) : (LocalDate?)null
        select outcome switch
        {
            DealOutcome.Won => RevenueModel.Pipeline.DealTimeline.Won(created, later, expected, days),
            DealOutcome.Lost => RevenueModel.Pipeline.DealTimeline.Lost(created, later, expected, days),
            _ => RevenueModel.Pipeline.DealTimeline.Open(created, later, expected),
        };

    private static Gen<Opportunity> OpportunityGen(SalesProcess process, int number) =>
        from timeline in TimelineGen()
        from stage in Gen.Elements<PipelineStage>(process.Stages)
        from cents in Gen.Frequency(
            (1, Gen.Constant<long?>(null)),
            (1, Gen.Constant<long?>(0)),
            (6, Gen.Choose(1, 1_000_000_000).Select(count => (long?)count)),
            (1, Numbers(1, 100_000_000_000_000L).Select(count => (long?)count)))
        from segment in SegmentNames
        from account in AccountNames
        from motion in Gen.Elements<DealMotion?>(null, DealMotion.NewLogo, DealMotion.Expansion, DealMotion.Renewal)
        from category in Gen.Frequency(
            (3, Gen.Constant<ForecastCategory?>(null)), (2, OpenCategories.Select(given => (ForecastCategory?)given)))
        from buyers in Gen.Elements<BuyerEngagement?>(
            null, BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both)
        from isCompetitive in Gen.Elements<bool?>(null, false, true)
        select new Opportunity
        {
            Id = FormattableString.Invariant($"D-{number:000000}"),
            Stage = timeline.Outcome == DealOutcome.Open ? stage.Name : "Closed",
            Timeline = timeline,
            Amount = cents / 100m,
            Account = account,
            Segment = segment,
            Motion = motion,
            ForecastCategory = category,
            BuyerEngagement = buyers,
            IsCompetitive = isCompetitive,
        };
}
