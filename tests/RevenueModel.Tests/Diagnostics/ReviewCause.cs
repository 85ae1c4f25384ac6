using RevenueModel.Architectures;
using RevenueModel.Diagnostics;
using RevenueModel.Pipeline;
using RevenueModel.Segments;

namespace RevenueModel.Tests.Diagnostics;

/// <summary>A change of the sound company that is the cause of a finding.</summary>
/// <param name="Data">The change of the data.</param>
/// <param name="Architecture">The change of the architecture.</param>
/// <param name="AlsoFires">Another rule that the same cause breaks, or null.</param>
public sealed record ReviewCause(
    Func<ReviewData, ReviewData> Data,
    Func<RevenueArchitecture, RevenueArchitecture> Architecture,
    string? AlsoFires = null)
{
    public static ReviewCause OfData(
        Func<ReviewData, ReviewData> data, Func<RevenueArchitecture, RevenueArchitecture>? architecture = null) =>
        new(data, architecture ?? (static same => same));

    public static ReviewCause OfArchitecture(Func<RevenueArchitecture, RevenueArchitecture> architecture) =>
        new(static same => same, architecture);

    public static ReviewCause OfDeals(Func<Opportunity, Opportunity> deal) => OfData(data => data with
    {
        Opportunities = [.. data.Opportunities.Select(one => one.IsOpen ? one : deal(one))],
    });

    public static ReviewCause OfSegments(Func<Segment, Segment> segment, string? alsoFires = null) =>
        OfArchitecture(architecture => architecture with
        {
            Segmentation = Segmentation.Of(architecture.Segmentation.Segments.Select(segment)),
        }) with
        {
            AlsoFires = alsoFires,
        };

    /// <summary>Reviews the sound company with this change, and with another change of the architecture.</summary>
    public ArchitectureReview Review(Func<RevenueArchitecture, RevenueArchitecture>? also = null)
    {
        RevenueArchitecture changed = Architecture(SoundCompany.Architecture);
        return ArchitectureReviewCalculator.Review(
            also is null ? changed : also(changed), Data(SoundCompany.Data));
    }
}
