using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of the weighting of a forecast.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ForecastFigures
{
    /// <summary>Gets the weighting between the install base and new logos.</summary>
    public required InstallBasePolicy InstallBase
    {
        get;
        init => field = Guard.Against.Null(value, nameof(InstallBase));
    }

    /// <summary>Gets the vendors and their published numbers of enterprise customers.</summary>
    public ValueList<VendorCustomers> Vendors { get; init; }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => InstallBase.ToString();
}
