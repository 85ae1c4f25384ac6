using RevenueModel.Compensation;

namespace RevenueModel.Tests.Helpers;

/// <summary>Makes targets for measures of either kind.</summary>
internal static class Targets
{
    public static PayTarget Of(CompMeasure measure, decimal amount) =>
        measure.Kind == MeasureKind.Level ? PayTarget.Level(amount) : PayTarget.PerYear(amount);
}
