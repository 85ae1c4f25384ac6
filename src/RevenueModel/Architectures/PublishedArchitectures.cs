
namespace RevenueModel.Architectures;

/// <summary>The published architectures, figure by figure as they are published, each with its citation.</summary>
/// <remarks>Figures that do not agree with each other are carried as they stand; what they imply is computed beside
/// them, as by <see cref="PublishedCoverage.Of"/>.</remarks>
public static class PublishedArchitectures
{
    /// <summary>Industrial IoT platforms in 2027: two buyers (IT and OT), two integrator channels.</summary>
    public static RevenueArchitecture IndustrialIot2027 { get; } = IndustrialIot2027Figures.Create();

    /// <summary>Integration platforms as a service in 2027: integration volume, predictable tiers.</summary>
    public static RevenueArchitecture Ipaas2027 { get; } = Ipaas2027Figures.Create();
}
