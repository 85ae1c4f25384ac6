using RevenueModel.Expansion;
using RevenueModel.Kpis;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Architectures;

/// <summary>Rules on the growth of accounts by site and on the value of an account.</summary>
internal static class SiteRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        foreach (LifetimeValueBenchmark value in architecture.LifetimeValues)
        {
            AddValue(checks, value);
        }

        if (architecture.LandAndExpand is { } expand && NrrOf(architecture) is { } nrr)
        {
            AddVelocity(checks, architecture, expand.Benchmark, nrr);
            AddYears(checks, expand.Benchmark, nrr);
        }
    }

    private static PrintedFigure? NrrOf(RevenueArchitecture architecture) =>
        KpiRules.Find(architecture, StandardKpis.Nrr) is { } benchmark
            ? KpiRules.HealthyOf(benchmark, FigureUnit.Percent)
            : RetentionRules.TargetsOf(architecture).LastOrDefault();

    private static void AddValue(CheckList checks, LifetimeValueBenchmark value)
    {
        if (value.Implied is { } implied)
        {
            checks.Add(
                ConsistencyRule.LifetimeValue,
                value.Segment,
                BandMath.Holds(BandMath.Contains(implied, value.LifetimeValue)),
                [
                    Figures.Printed("ACV", value.Acv, FigureUnit.Money, value.Citation),
                    Figures.Printed("gross margin", value.GrossMargin, FigureUnit.Percent, value.Citation),
                    Figures.Printed("logo retention", value.LogoRetention, FigureUnit.Percent, value.Citation),
                    Figures.Printed("lifetime value", value.LifetimeValue, FigureUnit.Money, value.Citation),
                ],
                [Figures.Implied("lifetime value", implied, FigureUnit.Money, "{0} × {1} / (1 - {2})")]);
        }
    }

    private static void AddVelocity(
        CheckList checks, RevenueArchitecture architecture, SiteBenchmark sites, PrintedFigure nrr)
    {
        Band<decimal>? acv = architecture switch
        {
            { LifetimeValues: [.., { } largest] } => largest.Acv,
            { Segmentation.Segments: [.., { } largest] } => largest.Acv,
            _ => null,
        };
        if (acv is not { } value
            || BandMath.LikeEnds(sites.HealthySitesPerYear, sites.ArrPerSite, static (count, arr) => count * arr)
                is not { } added
            || BandMath.LikeEnds(added, value, static (arr, base_) => 1m + (arr / base_)) is not { } implied)
        {
            return;
        }

        checks.Add(
            ConsistencyRule.SiteVelocityAndNrr,
            "account by site",
            BandMath.Holds(nrr.Value is { } target && BandMath.Contains(target, implied)),
            [
                SitesOf(sites),
                Figures.Printed("ARR per site", sites.ArrPerSite, FigureUnit.Money, sites.Citation),
                Figures.Printed("ACV", value, FigureUnit.Money, sites.Citation),
                nrr,
            ],
            [
                Figures.Implied("ARR added per year", added, FigureUnit.Money, "{0} × {1}"),
                Figures.Implied("NRR", implied, FigureUnit.Percent, "1 + {0} × {1} / {2}"),
            ]);
    }

    private static void AddYears(CheckList checks, SiteBenchmark sites, PrintedFigure nrr)
    {
        if (nrr.Value is not { } target
            || BandMath.Try(() => sites.LicenseArr / sites.PilotArr) is not > 1m
            || YearsAtVelocity(sites) is not { } atVelocity
            || YearsAtNrr(sites, target) is not { } atNrr)
        {
            return;
        }

        checks.Add(
            ConsistencyRule.YearsToLicense,
            "account by site",
            BandMath.Holds(BandMath.Overlap(atVelocity, atNrr)),
            [
                Figures.Printed("pilot", sites.PilotArr, FigureUnit.Money, sites.Citation),
                Figures.Printed("license", sites.LicenseArr, FigureUnit.Money, sites.Citation),
                Figures.Printed("sites of the license", sites.LicenseSites, FigureUnit.Number, sites.Citation),
                SitesOf(sites),
                nrr,
            ],
            [
                Figures.Implied("years by sites", atVelocity, FigureUnit.Years, "({2} - 1) / {3}"),
                Figures.Implied("years by NRR", atNrr, FigureUnit.Years, "ln({1} / {0}) / ln({4})"),
                Figures.Implied("ACV per site", sites.LicenseArr / sites.LicenseSites, FigureUnit.Money, "{1} / {2}"),
            ]);
    }

    // From the fastest to the slowest; open if the slowest never arrives.
    private static Band<decimal>? YearsAtVelocity(SiteBenchmark sites)
    {
        decimal left = sites.LicenseSites - 1m;
        Band<decimal> velocity = sites.HealthySitesPerYear;
        decimal? fastest = velocity.Max is { } max ? BandMath.Try(() => left / max) : 0m;
        decimal? slowest = BandMath.Try(() => left / velocity.Min);
        return FromTo(fastest, slowest);
    }

    private static Band<decimal>? YearsAtNrr(SiteBenchmark sites, Band<decimal> nrr)
    {
        double growth = Math.Log((double)sites.LicenseArr / (double)sites.PilotArr);
        return FromTo(nrr.Max is { } max ? YearsAt(max) : 0m, YearsAt(nrr.Min));

        decimal? YearsAt(decimal rate) =>
            rate > 1m ? BandMath.OfDouble(growth / Math.Log((double)rate)) : null;
    }

    private static Band<decimal>? FromTo(decimal? fastest, decimal? slowest) => (fastest, slowest) switch
    {
        (null, _) => null,
        ({ } from, null) => Band.AtLeast(from),
        ({ } from, { } to) => BandMath.Ordered(from, to),
    };

    private static PrintedFigure SitesOf(SiteBenchmark sites) => Figures.Printed(
        "sites per year", sites.HealthySitesPerYear, FigureUnit.Number, sites.Citation);
}
