using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The way in which a product is presented and evaluated in a sale to some buyers.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SalesPlay
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the buyers to whom it is sold.</summary>
    public required BuyerEngagement Buyers
    {
        get;
        init => field = value is >= BuyerEngagement.None and <= BuyerEngagement.Both
            ? value
            : throw DomainGuards.OutOfRange(nameof(Buyers), value, "a combination of IT and OT");
    }

    /// <summary>Gets how the product is evaluated at the buyer.</summary>
    public required EvaluationMethod Evaluation
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Evaluation));
    }

    /// <summary>Gets the topics that the presentation leads with, such as an IT-centric dashboard, zero or
    /// more.</summary>
    public ValueList<string> LeadsWith
    {
        get;
        init
        {
            foreach (string topic in value)
            {
                Guard.Against.Blank(topic, nameof(LeadsWith));
            }

            field = value;
        }
    }

    /// <summary>Returns the name, the buyers and the evaluation.</summary>
    public override string ToString() => $"{Name}: to {Buyers}, {Evaluation}";
}

/// <summary>The ways in which a product is evaluated at a buyer.</summary>
public enum EvaluationMethod
{
    /// <summary>The network is monitored passively; no endpoint is touched.</summary>
    Passive = 0,

    /// <summary>Devices are scanned actively.</summary>
    ActiveScan = 1,

    /// <summary>An agent is installed on endpoints.</summary>
    EndpointAgent = 2,

    /// <summary>A demonstration without access to the network of the buyer.</summary>
    Demonstration = 3,
}
