using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A net revenue retention that a vendor disclosed.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DisclosedNrr
{
    /// <summary>Gets the name of the vendor or of its product.</summary>
    public required string Vendor { get; init => field = Guard.Against.Blank(value, nameof(Vendor)); }

    /// <summary>Gets the year, one or more.</summary>
    public required int Year { get; init => field = Guard.Against.BelowOne(value, nameof(Year)); }

    /// <summary>Gets the net revenue retention as a ratio of zero or more: 1.28 is 128%.</summary>
    public required decimal Nrr { get; init => field = Guard.Against.BelowZero(value, nameof(Nrr)); }

    /// <summary>Gets whether the document calls it the best-in-class composite. Default:
    /// <see langword="false"/>.</summary>
    public bool IsBestInClass { get; init; }

    /// <summary>Gets the part of the vendor that it is of, or <see langword="null"/> for all of it.</summary>
    public string? Scope { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Scope)); }

    /// <summary>Gets the cause that the document names, or <see langword="null"/> if it names none.</summary>
    public string? Cause { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Cause)); }

    /// <summary>Gets the pricing model of the vendor, as the name of a <see cref="Packaging.PricingRetention"/> of the
    /// architecture, or <see langword="null"/> if it is not published.</summary>
    public string? PricingModel { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(PricingModel)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Vendor} {Year}: {Nrr:0.##%}{(IsBestInClass ? ", best in class" : "")}");
}
