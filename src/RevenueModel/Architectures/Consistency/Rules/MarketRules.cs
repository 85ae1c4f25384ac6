using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>Rules on partners, vendors and their customers.</summary>
internal static class MarketRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        if (architecture.Channel is { } channel)
        {
            AddPartners(checks, channel);
        }

        if (architecture is { Forecast: { } forecast, Segmentation.Segments: [.., { } largest] })
        {
            AddCustomers(checks, architecture, forecast, largest);
            AddTargets(checks, architecture, forecast);
        }

        AddBestInClass(checks, architecture);
    }

    private static void AddPartners(CheckList checks, ChannelFigures channel)
    {
        if (channel is
            {
                EnterpriseCoImplementedByAllShare: { } share,
                PipelineLostWithoutSpecialtyIntegrators: { } lost,
            })
        {
            checks.Add(
                ConsistencyRule.PipelineWithoutPartners,
                "specialty integrators",
                lost > share ? ConsistencyVerdict.Contradicts
                    : lost == share ? ConsistencyVerdict.Agrees
                    : ConsistencyVerdict.Note,
                [
                    Figures.Printed(
                        "deals with both kinds of integrators", share, FigureUnit.Percent, channel.Citation),
                    Figures.Printed(
                        "pipeline lost without specialty integrators", lost, FigureUnit.Percent, channel.Citation),
                ],
                [Figures.Implied("deals that have a specialty integrator", share, FigureUnit.Percent, "{0}")]);
        }
    }

    private static void AddCustomers(
        CheckList checks, RevenueArchitecture architecture, ForecastFigures forecast, Segment largest)
    {
        foreach (VendorCustomers vendor in forecast.Vendors)
        {
            MarketVendor? disclosed = architecture.Market?.Vendors.FirstOrDefault(
                one => one.Arr is not null && NameMatch.Same(one.Name, vendor.Vendor));
            AddArr(
                checks,
                largest,
                vendor.Vendor,
                Figures.Printed(
                    "enterprise customers", vendor.EnterpriseCustomers, FigureUnit.Number, forecast.Citation),
                disclosed);
        }

        AddArr(
            checks,
            largest,
            "threshold of the forecast policy",
            Figures.Printed(
                "enterprise customers of the policy",
                forecast.InstallBase.AboveEnterpriseCustomers,
                FigureUnit.Number,
                forecast.InstallBase.Citation ?? forecast.Citation),
            disclosed: null);
    }

    private static void AddArr(
        CheckList checks, Segment largest, string subject, PrintedFigure customers, MarketVendor? disclosed)
    {
        if (BandMath.Try(() => customers.Value.GetValueOrDefault().Min * largest.Acv.Min) is { } arr and > 0m)
        {
            ConsistencyVerdict verdict = disclosed?.Arr is not { } published ? ConsistencyVerdict.Note
                : published.Max < arr ? ConsistencyVerdict.Contradicts
                : published.Min >= arr ? ConsistencyVerdict.Agrees
                : ConsistencyVerdict.Note;
            checks.Add(
                ConsistencyRule.CustomersTimesAcv,
                subject,
                verdict,
                [
                    customers,
                    Figures.Printed("ACV of " + largest.Name, largest.Acv, FigureUnit.Money, largest.Citation),
                    .. DisclosedBy(disclosed),
                ],
                [Figures.Implied("ARR at least", arr, FigureUnit.Money, "{0} × {1:low}")]);
        }
    }

    private static PrintedFigure[] DisclosedBy(MarketVendor? vendor) => vendor is { Arr: { } arr }
        ? [Figures.Printed("disclosed ARR", arr, FigureUnit.Money, vendor.Citation)]
        : [];

    private static void AddTargets(CheckList checks, RevenueArchitecture architecture, ForecastFigures forecast)
    {
        string smallest = architecture.Segmentation.Segments[0].Name;
        ValueList<NameGroup> groups = architecture.Market?.VendorsBySegment ?? [];
        if (NameLookup.Find(groups.AsSpan(), smallest, static one => one.Name) is not { } group
            || architecture.Segmentation.Segments.Count < 2)
        {
            return;
        }

        foreach (VendorCustomers vendor in forecast.Vendors)
        {
            ValueList<string> targeted = groups
                .Where(one => one.Members.Any(member => NameMatch.Same(member, vendor.Vendor)))
                .Select(static one => one.Name).ToValueList();
            if (targeted.Contains(smallest, StringComparer.OrdinalIgnoreCase))
            {
                checks.Add(
                    ConsistencyRule.VendorSegment,
                    vendor.Vendor,
                    BandMath.Holds(targeted.Count > 1 || vendor.EnterpriseCustomers == 0),
                    [
                        Figures.Listed("segments that name the vendor", targeted, group.Citation),
                        Figures.Printed(
                            "enterprise customers",
                            vendor.EnterpriseCustomers, FigureUnit.Number, forecast.Citation),
                    ]);
            }
        }
    }

    private static void AddBestInClass(CheckList checks, RevenueArchitecture architecture)
    {
        ValueList<DisclosedNrr> disclosed = architecture.NrrDisclosed;
        foreach (DisclosedNrr best in disclosed.Where(static one => one.IsBestInClass))
        {
            decimal highest = disclosed.Max(static one => one.Nrr);
            checks.Add(
                ConsistencyRule.BestInClass,
                best.Vendor,
                BandMath.Holds(best.Nrr == highest),
                [.. disclosed.OrderBy(one => one == best ? 0 : 1).Select(one => Figures.Printed(
                    one == best ? "best in class" : one.Vendor, one.Nrr, FigureUnit.Percent, one.Citation))],
                [Figures.Implied("highest", highest, FigureUnit.Percent, "highest of the disclosed figures")]);
        }
    }
}
