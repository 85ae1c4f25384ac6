using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Expansion;
using RevenueModel.Kpis;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;

namespace RevenueModel.Tests.Architectures;

/// <summary>The published architectures with the one figure changed that makes a contradiction agree.</summary>
internal static class AgreeingArchitectures
{
    public static readonly Dictionary<string, Func<RevenueArchitecture, RevenueArchitecture>> Changes = new()
    {
        ["retention-gap"] = static one => one with
        {
            Pricing = one.Pricing! with { StatedRetentionGapPoints = Band.Between(17m, 17m) },
        },
        ["dual-rate-against-segment-rate"] = static one =>
            Largest(one, static segment => segment with { WinRate = Band.Between(0.16m, 0.18m) }),
        ["gate-against-segment-rate"] = static one =>
            Segments(one, static segment => segment with { WinRate = Band.Between(0.16m, 0.38m) }),
        ["gate-scope"] = static one => Plans(one, plan => plan.Gate is { } gate
            ? plan with { Gate = gate with { Segments = [] }, Segment = null }
            : plan),
        ["consultants-per-deal"] = static one => one with
        {
            RoleRequirements = one.RoleRequirements.Select(required => required.Segments.IsEmpty
                ? required
                : required with { Segments = [one.Segmentation.Segments[2].Name] }).ToValueList(),
        },
        ["win-ratio"] = static one => one with { BuyerMotion = one.BuyerMotion! with { StatedRatio = 2.375m } },
        ["stalled-at-16"] = static one => one with
        {
            BuyingGroup = one.BuyingGroup! with { RequiresAllSides = false },
        },
        ["single-consultant-or-single-buyer"] = static one => Plans(one, static plan => plan.Coverage is { } coverage
            ? plan with { Coverage = coverage with { WinRateLossWithOne = 0.58m } }
            : plan),
        ["ot-si-loss"] = static one => one with
        {
            Channel = one.Channel! with { PipelineLostWithoutSpecialtyIntegrators = 0.74m },
        },
        ["big4-count"] = static one => one with
        {
            PartnerKinds = one.PartnerKinds.Select(static kind => kind with
            {
                CountInName = kind.Lists[0].Names.Count,
                Lists = kind.Lists.Select(list => list with { Names = kind.Lists[0].Names }).ToValueList(),
            }).ToValueList(),
        },
        ["best-in-class"] = static one => one with
        {
            NrrDisclosed = one.NrrDisclosed.Select(static nrr => nrr with { Nrr = 1.20m }).ToValueList(),
        },
        ["samsara"] = static one => one with
        {
            Market = one.Market! with
            {
                VendorsBySegment = one.Market.VendorsBySegment.Select(group => group with
                {
                    Members = one.Market.VendorsBySegment.SelectMany(static any => any.Members).ToValueList(),
                }).ToValueList(),
            },
        },
        ["acv-top"] = static one => one with
        {
            Restatements = one.Restatements.Select(restated => restated.Figure == nameof(Segment.Acv)
                ? restated with { Value = one.Segmentation.Segments[2].Acv }
                : restated).ToValueList(),
        },
        ["customers-times-acv"] = static one => one with
        {
            Market = one.Market! with
            {
                Vendors = one.Forecast!.Vendors.Select(static vendor => new MarketVendor
                {
                    Name = vendor.Vendor, Arr = Band.AtLeast(20_000_000_000m),
                }).ToValueList(),
            },
        },
        ["close-rate-not-above-win-rate"] = static one =>
            Segments(one, static segment => segment with { Stage2ToCloseRate = 0.30m }),
        ["coverage-times-close"] = static one =>
            Segments(one, static segment => segment with { CoverageTarget = 8m }),
        ["stage2-share"] = static one =>
            Segments(one, static segment => segment with { CoverageTargetAtStage2 = null }),
        ["days-of-a-month"] = static one => Largest(one, static segment => segment with
        {
            CycleDays = Band.Between(
                (int)(segment.CycleMonths.Min * 30.4375m), (int)(segment.CycleMonths.Max!.Value * 30.4375m)),
        }),
        ["nrr-without-smb"] = static one => Segments(one, segment => segment with
        {
            NrrTarget = segment.NrrTarget ?? Band.Between(one.NrrTarget!.Value.Min, 1.10m),
        }),
        ["curve-against-nrr"] = static one => one with
        {
            Expansion = one.Expansion! with { AcvMultiple = ExpansionCurve.Years([1.0, 1.35, 1.8225]) },
        },
        ["growth-to-acv"] = static one => one with
        {
            Expansion = one.Expansion! with { StatedVolumeGrowthPerYear = 0.483m },
        },
        ["curve-not-compound"] = static one => one with
        {
            Expansion = one.Expansion! with { Volume = ExpansionCurve.Years([24, 31.92, 42.4536]) },
        },
        ["renewal-against-logo-target"] = static one => Plans(one, static plan => plan with
        {
            Measures = plan.Measures.Select(static measure => measure.Target is null
                ? measure
                : PublishedMeasure.Of(measure.Measure, Band.Between(0.70m, 0.78m))).ToValueList(),
        }),
        ["boomi"] = static one => one with
        {
            NrrDisclosed = one.NrrDisclosed.Select(static nrr => nrr with { Nrr = 1.05m }).ToValueList(),
        },
        ["lag-exceeds-expansion"] = static one => one with
        {
            Expansion = one.Expansion! with { ExpansionLagPoints = Band.Between(15m, 35m) },
        },
        ["residual-of"] = static one => Plans(one, static plan => plan with { OtherResidualOf = plan.ResidualOf }),
        ["accelerators"] = static one => Plans(one, static plan => plan with
        {
            Measures = [.. plan.Measures, PublishedMeasure.Of(CompMeasure.Custom("AI Integration ARR"))],
        }),
        ["dashboards"] = static one => one with
        {
            KeyDashboards = one.KeyDashboards! with { Names = ["integration-volume", "pricing-tier"] },
        },
        ["one-role-two-titles"] = static one => Plans(one, static plan => plan with
        {
            OnTargetEarnings = Band.AtLeast(plan.Role.Length * 10_000m),
        }),
        ["embedded-without-figures"] = static one => one with
        {
            GoToMarketMotions = one.GoToMarketMotions
                .Select(static motion => motion with { Segments = ["SMB"] }).ToValueList(),
        },
        ["ot-acv-gap"] = static one => Benchmarks(one, static benchmark => benchmark.Segment is null
            ? benchmark
            : benchmark with
            {
                Healthy = benchmark.Segment == PublishedBenchmarks.MidMarket
                    ? Band.Between(1m, 1_000_000m)
                    : Band.AtLeast(1_000_000m),
            }),
        ["ot-acv-ratio"] = static one => Benchmarks(one, static benchmark => benchmark with
        {
            Comparisons = benchmark.Comparisons.Select(static comparison =>
                comparison.Ratio is null ? comparison : comparison with { Ratio = Band.Between(3m, 84m) })
                .ToValueList(),
        }),
        ["ot-ltv"] = static one => one with
        {
            LifetimeValues = one.LifetimeValues.Select(static value => LifetimeValueBenchmark.Of(
                value.Segment, value.Implied!.Value, value.Acv, value.GrossMargin, value.LogoRetention,
                value.Citation)).ToValueList(),
        },
        ["ot-poc-is-the-bake-off"] = static one =>
            Healthy(one, StandardKpis.PocConversion, Band.Between(0.40m, 0.75m)),
        ["ot-rivals"] = static one => Healthy(one, StandardKpis.CompetitiveWinRate, Band.Between(0.34m, 0.40m)),
        ["ot-velocity-against-nrr"] = static one => Healthy(one, StandardKpis.Nrr, Band.Between(1.30m, 1.60m)),
        ["ot-forty-sites"] = static one => Healthy(one, StandardKpis.Nrr, Band.Between(1.40m, 1.60m)),
        ["ot-no-review-of-cycle"] = static one => one with
        {
            Reviews = one.Reviews
                .Select(static review => review with { Kpis = [StandardKpis.CycleLength.Name] }).ToValueList(),
        },
        ["ot-veto"] = static one => one with
        {
            BuyingGroup = one.BuyingGroup! with
            {
                Champions = one.BuyingGroup.Champions
                    .Select(static role => role with { Titles = ["VP of Operations"] }).ToValueList(),
            },
        },
        ["ot-trigger-lists"] = static one => one with
        {
            Lists = one.Lists.Select(static list => list with
            {
                Lists = list.Lists.Select(section => section with { Names = list.Lists[0].Names }).ToValueList(),
            }).ToValueList(),
        },
        ["ot-leading"] = static one => Benchmarks(one, static benchmark => benchmark with
        {
            LeadMonths = Band.Between(6, 12),
        }),
        ["cross-cycle"] = static one => Segments(one, static segment => segment with
        {
            CycleMonths = Band.Between(9, 22),
        }),
    };

    private static RevenueArchitecture Segments(RevenueArchitecture one, Func<Segment, Segment> change) => one with
    {
        Segmentation = one.Segmentation.Segments.IsEmpty
            ? Segmentation.Empty
            : Segmentation.Of(one.Segmentation.Segments.Select(change)),
    };

    private static RevenueArchitecture Largest(RevenueArchitecture one, Func<Segment, Segment> change)
    {
        string largest = one.Segmentation.Segments[^1].Name;
        return Segments(one, segment => segment.Name == largest ? change(segment) : segment);
    }

    private static RevenueArchitecture Plans(
        RevenueArchitecture one, Func<PublishedCompPlan, PublishedCompPlan> change) => one with
    {
        CompPlans = one.CompPlans.Select(change).ToValueList(),
    };

    private static RevenueArchitecture Benchmarks(
        RevenueArchitecture one, Func<KpiBenchmark, KpiBenchmark> change) => one with
    {
        Benchmarks = one.Benchmarks.Select(change).ToValueList(),
    };

    private static RevenueArchitecture Healthy(RevenueArchitecture one, KpiDefinition kpi, Band<decimal> band) =>
        Benchmarks(one, benchmark => benchmark.Kpi == kpi.Name ? benchmark with { Healthy = band } : benchmark);
}
