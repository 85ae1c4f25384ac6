using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A vendor and its published number of enterprise customers.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record VendorCustomers
{
    private VendorCustomers(string vendor, long enterpriseCustomers, bool isApproximate, bool isAtLeast)
    {
        Vendor = vendor;
        EnterpriseCustomers = enterpriseCustomers;
        IsApproximate = isApproximate;
        IsAtLeast = isAtLeast;
    }

    /// <summary>Gets the name of the vendor or of its product.</summary>
    public string Vendor { get; }

    /// <summary>Gets the number of enterprise customers.</summary>
    public long EnterpriseCustomers { get; }

    /// <summary>Gets whether the number is approximate. Default: <see langword="false"/>.</summary>
    public bool IsApproximate { get; }

    /// <summary>Gets whether the number is printed with a plus, so that it is a lower end. Default:
    /// <see langword="false"/>.</summary>
    public bool IsAtLeast { get; }

    /// <summary>Creates a vendor with its number of enterprise customers.</summary>
    /// <param name="vendor">The name of the vendor or of its product; not blank.</param>
    /// <param name="enterpriseCustomers">The number of enterprise customers, zero or more.</param>
    /// <param name="isApproximate">Whether the number is approximate. Default: <see langword="false"/>.</param>
    /// <param name="isAtLeast">Whether the number is a lower end. Default: <see langword="false"/>.</param>
    /// <returns>The vendor.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the number is negative.</exception>
    public static VendorCustomers Of(
        string vendor, long enterpriseCustomers, bool isApproximate = false, bool isAtLeast = false) =>
        new(
            Guard.Against.Blank(vendor),
            Guard.Against.BelowZero(enterpriseCustomers),
            isApproximate,
            isAtLeast);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Invariant($"{Vendor}: {(IsApproximate ? "about " : "")}{(IsAtLeast ? "at least " : "")}")
            + Plural.Of(EnterpriseCustomers, "enterprise customer");
}
