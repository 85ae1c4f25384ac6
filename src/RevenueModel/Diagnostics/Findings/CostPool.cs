using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The money from which a finding takes its cost. Findings that take from one pool overlap: their costs are
/// not added.</summary>
/// <remarks>Immutable; equal by value. <see cref="Subject"/> is compared by ordinal.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CostPool
{
    private CostPool(CostPoolKind kind, string subject)
    {
        Kind = kind;
        Subject = subject;
    }

    /// <summary>Gets the kind of money.</summary>
    public CostPoolKind Kind { get; }

    /// <summary>Gets the part of it: a segment, a group of deals, a price plan.</summary>
    public string Subject { get; }

    /// <summary>Creates a pool.</summary>
    /// <param name="kind">The kind of money.</param>
    /// <param name="subject">The part of it: a segment, a group of deals, a price plan; not blank.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="ArgumentException">The kind is not defined, or the subject is blank.</exception>
    public static CostPool Of(CostPoolKind kind, string subject) =>
        new(Guard.Against.Undefined(kind), Guard.Against.Blank(subject));

    /// <summary>Returns the kind and the part.</summary>
    public override string ToString() => Kind switch
    {
        CostPoolKind.ClosedDeals => "closed deals",
        CostPoolKind.MissingPipeline => "pipeline that is missing",
        CostPoolKind.Renewals => "renewals",
        CostPoolKind.Expansion => "expansion",
        CostPoolKind.ModuleRevenue => "revenue of modules",
        _ => "other money",
    } + " of " + Subject;
}

/// <summary>The kinds of money from which findings take their cost.</summary>
public enum CostPoolKind
{
    /// <summary>Deals that were closed, won or lost.</summary>
    ClosedDeals = 0,

    /// <summary>Pipeline that does not exist.</summary>
    MissingPipeline = 1,

    /// <summary>ARR that is up for renewal.</summary>
    Renewals = 2,

    /// <summary>Expansion of the volume or the sites of customers.</summary>
    Expansion = 3,

    /// <summary>Revenue of modules that customers do not have yet.</summary>
    ModuleRevenue = 4,

    /// <summary>Money of another kind, for custom rules.</summary>
    Other = 5,
}
