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

        if (architecture.Forecast is { } forecast && architecture.Segmentation.Segments.LastOrDefault() is { } largest)
        {
            AddCustomers(checks, forecast, largest);
        }
    }

    private static void AddPartners(CheckList checks, ChannelFigures channel)
    {
        if (channel is
            {
                EnterpriseCoImplementedShare: { } share,
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
                    Figures.Printed("deals with both kinds of integrators", share, FigureUnit.Percent, channel.Citation),
                    Figures.Printed(
                        "pipeline lost without specialty integrators", lost, FigureUnit.Percent, channel.Citation),
                ],
                [Figures.Implied("deals that have a specialty integrator", share, FigureUnit.Percent, "{0}")]);
        }
    }

    private static void AddCustomers(CheckList checks, ForecastFigures forecast, Segment largest)
    {
        PrintedFigure acv = Figures.Printed(
            "ACV of " + largest.Name, largest.Acv, FigureUnit.Money, largest.Citation);
        foreach (VendorCustomers vendor in forecast.Vendors)
        {
            AddArr(vendor.Vendor, vendor.EnterpriseCustomers, "enterprise customers", forecast.Citation);
        }

        AddArr(
            "threshold of the forecast policy",
            forecast.InstallBase.AboveEnterpriseCustomers,
            "enterprise customers of the policy",
            forecast.InstallBase.Citation ?? forecast.Citation);

        void AddArr(string subject, decimal customers, string name, Citation? citation)
        {
            if (BandMath.Try(() => customers * largest.Acv.Min) is { } arr and > 0m)
            {
                checks.Add(
                    ConsistencyRule.CustomersTimesAcv,
                    subject,
                    ConsistencyVerdict.Note,
                    [Figures.Printed(name, customers, FigureUnit.Number, citation), acv],
                    [Figures.Implied("ARR at least", arr, FigureUnit.Money, "{0} × {1:low}")]);
            }
        }
    }
}
