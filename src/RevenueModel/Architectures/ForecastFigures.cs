using Ardalis.GuardClauses;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of how a forecast is weighed.</summary>
public sealed record ForecastFigures
{
    /// <summary>The weighting between the install base and new logos.</summary>
    public required InstallBasePolicy InstallBase
    {
        get;
        init => field = Guard.Against.Null(value, nameof(InstallBase));
    }

    /// <summary>Vendors and their published numbers of enterprise customers.</summary>
    public ValueList<VendorCustomers> Vendors { get; init; }

    /// <summary>Where the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>The figures in words.</summary>
    public override string ToString() => InstallBase.ToString();
}
