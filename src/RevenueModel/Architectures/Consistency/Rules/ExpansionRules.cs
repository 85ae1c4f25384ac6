using RevenueModel.Expansion;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>Rules on the growth of accounts.</summary>
internal static class ExpansionRules
{
    private const int MonthsOfAYear = 12;
    private const int LastMonth = 1_200;

    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        if (architecture.Expansion is not { } expansion)
        {
            return;
        }

        decimal[] volumes = ValuesOf(expansion.Volume);
        decimal[] multiples = ValuesOf(expansion.AcvMultiple);
        AddCurve(checks, architecture, expansion, multiples);
        AddGrowth(checks, expansion, multiples);
        AddCompound(checks, expansion, volumes);
        AddLag(checks, architecture, expansion);
    }

    // The value of each whole year; empty if the curve has fewer than two, starts at zero or is not finite.
    private static decimal[] ValuesOf(ExpansionCurve? curve)
    {
        if (curve is not { LastMonth: { } last and <= LastMonth } || last < curve.FirstMonth + MonthsOfAYear)
        {
            return [];
        }

        var values = new List<decimal>();
        for (double month = curve.FirstMonth; month <= last; month += MonthsOfAYear)
        {
            if (BandMath.OfDouble(curve.ValueAt(month)) is not { } value || value <= 0m)
            {
                return [];
            }

            values.Add(value);
        }

        return [.. values];
    }

    private static void AddCurve(
        CheckList checks, RevenueArchitecture architecture, ExpansionFigures expansion, decimal[] multiples)
    {
        Segment? largest = architecture.Segmentation.Segments.LastOrDefault(static one => one.NrrTarget is not null);
        if (multiples.Length == 0
            || largest?.NrrTarget is not { } target
            || GrowthsOf(multiples) is not { } growths
            || BandMath.Try(() => multiples[^1] / multiples[0]) is not { } multiple
            || PerYear(multiple, multiples.Length - 1) is not { } rate)
        {
            return;
        }

        PricingRetention? tiers = architecture.Pricing?.PredictableTiers;
        int years = multiples.Length - 1;
        var printed = new List<PrintedFigure>(Yearly("ACV multiple", multiples, FigureUnit.Multiple, expansion))
        {
            Figures.Printed("NRR of " + largest.Name, target, FigureUnit.Percent, largest.Citation),
        };
        var implied = new List<ImpliedFigure>(growths)
        {
            Figures.Implied(
                "NRR before churn", rate + 1m, FigureUnit.Percent, Invariant($"({{{years}}} / {{0}})^(1/{years})")),
        };
        decimal nrr = rate + 1m;
        if (tiers is not null)
        {
            nrr *= tiers.RenewalRetention;
            printed.Add(Figures.Printed(
                "renewal retention", tiers.RenewalRetention, FigureUnit.Percent,
                tiers.Citation ?? architecture.Pricing?.Citation));
            implied.Add(Figures.Implied(
                "NRR after renewals",
                nrr,
                FigureUnit.Percent,
                Invariant($"({{{years}}} / {{0}})^(1/{years}) × {{{years + 2}}}")));
        }

        // Without a retention, churn of an unknown size lowers the growth.
        ConsistencyVerdict verdict = target.Contains(nrr) ? ConsistencyVerdict.Agrees
            : tiers is null && nrr > target.Min ? ConsistencyVerdict.Note
            : ConsistencyVerdict.Contradicts;
        checks.Add(ConsistencyRule.CurveAndNrr, largest.Name, verdict, printed, implied);
    }

    private static void AddGrowth(CheckList checks, ExpansionFigures expansion, decimal[] multiples)
    {
        if (multiples.Length == 0
            || expansion.StatedVolumeGrowthPerYear is not { } growth
            || BandMath.Try(() => multiples[^1] / multiples[0]) is not { } multiple)
        {
            return;
        }

        int years = multiples.Length - 1;
        decimal? over = Power(growth, years);
        decimal? overOneMore = Power(growth, years + 1);
        decimal? rate = PerYear(multiple, years);
        decimal? rateOfOneMore = PerYear(multiple, years + 1);
        if (over is null || overOneMore is null || rate is null || rateOfOneMore is null)
        {
            return;
        }

        ConsistencyVerdict verdict = BandMath.Equal(multiple, over);
        ConsistencyVerdict other = BandMath.Equal(multiple, overOneMore);
        checks.Add(
            ConsistencyRule.GrowthAndAcv,
            "ACV multiple",
            verdict == ConsistencyVerdict.Contradicts ? other : verdict,
            [
                Figures.Printed("stated growth per year", growth, FigureUnit.Percent, expansion.Citation),
                Figures.Printed("ACV multiple", multiple, FigureUnit.Multiple, expansion.Citation),
            ],
            [
                MultipleOver(years, over),
                MultipleOver(years + 1, overOneMore),
                GrowthOver(years, rate),
                GrowthOver(years + 1, rateOfOneMore),
            ]);
    }

    private static ImpliedFigure MultipleOver(int years, decimal? multiple) => Figures.Implied(
        Invariant($"multiple over {Plural.Of(years, "year")}"),
        multiple,
        FigureUnit.Multiple,
        Invariant($"(1 + {{0}})^{years}"));

    private static ImpliedFigure GrowthOver(int years, decimal? growth) => Figures.Implied(
        Invariant($"growth per year over {Plural.Of(years, "year")}"),
        growth,
        FigureUnit.Percent,
        Invariant($"{{1}}^(1/{years}) - 1"));

    private static void AddCompound(CheckList checks, ExpansionFigures expansion, decimal[] volumes)
    {
        if (volumes.Length == 0 || GrowthsOf(volumes) is not { } growths)
        {
            return;
        }

        decimal[] added = [.. volumes.Skip(1).Zip(volumes, static (year, before) => year - before)];
        var printed = new List<PrintedFigure>(
            Yearly(expansion.VolumeUnit ?? "volume", volumes, FigureUnit.Number, expansion));
        ConsistencyVerdict verdict;
        if (expansion.StatedVolumeGrowthPerYear is { } stated)
        {
            printed.Add(Figures.Printed("stated growth per year", stated, FigureUnit.Percent, expansion.Citation));
            verdict = growths.Select(growth => BandMath.Equal(stated, growth.Value?.Min)).Max();
        }
        else
        {
            verdict = growths.Select(growth => growth.Value).Distinct().Count() == 1
                ? ConsistencyVerdict.Agrees
                : ConsistencyVerdict.Note;
        }

        checks.Add(
            ConsistencyRule.CompoundGrowth,
            expansion.VolumeUnit ?? "volume",
            verdict,
            printed,
            [
                .. growths,
                Figures.Implied(
                    "added per year", Band.Between(added.Min(), added.Max()), FigureUnit.Number,
                    "each year less the year before"),
            ]);
    }

    private static void AddLag(CheckList checks, RevenueArchitecture architecture, ExpansionFigures expansion)
    {
        PrintedFigure[] targets = [.. RetentionRules.TargetsOf(architecture)];
        if (expansion.ExpansionLagPoints is not { } lag
            || BandMath.Hull(targets.Select(static one => one.Value).OfType<Band<decimal>>()) is not { } nrr
            || BandMath.LikeEnds(nrr, nrr, static (end, _) => (end - 1m) * 100m) is not { } points)
        {
            return;
        }

        bool isPossible = lag.Min <= points.Min && (points.IsOpen || lag.Max <= points.Max);
        checks.Add(
            ConsistencyRule.LagAndExpansion,
            "all segments",
            BandMath.Holds(isPossible),
            [Figures.Printed("lag of expansion", lag, FigureUnit.Points, expansion.Citation), .. targets],
            [
                Figures.Implied(
                    "net expansion",
                    points,
                    FigureUnit.Points,
                    string.Join(" and ", targets.Select((_, i) => Invariant($"{{{i + 1}}}"))) + " less 100%"),
            ]);
    }

    private static PrintedFigure[] Yearly(
        string name, decimal[] values, FigureUnit unit, ExpansionFigures expansion) =>
        [.. values.Select((value, i) => Figures.Printed(
            Invariant($"{name} of year {i + 1}"), value, unit, expansion.Citation))];

    private static ImpliedFigure[]? GrowthsOf(decimal[] values)
    {
        var growths = new ImpliedFigure[values.Length - 1];
        for (int i = 0; i < growths.Length; i++)
        {
            if (BandMath.Try(() => (values[i + 1] / values[i]) - 1m) is not { } growth)
            {
                return null;
            }

            growths[i] = Figures.Implied(
                Invariant($"growth in year {i + 2}"), growth, FigureUnit.Percent,
                Invariant($"{{{i + 1}}} / {{{i}}} - 1"));
        }

        return growths;
    }

    private static decimal? Power(decimal growth, int years) => BandMath.Try(() =>
    {
        decimal power = 1m;
        for (int i = 0; i < years; i++)
        {
            power *= 1m + growth;
        }

        return power;
    });

    private static decimal? PerYear(decimal multiple, int years) =>
        BandMath.OfDouble(Math.Pow((double)multiple, 1d / years) - 1d);
}
