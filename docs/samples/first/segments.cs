#:property PublishAot=false
#:project ../../../src/RevenueModel/RevenueModel.csproj
// Classifies accounts into the published iPaaS segments, and prints what is published about each segment.
using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Segments;

RevenueArchitecture ipaas = PublishedArchitectures.Ipaas2027;
(string Name, long Developers, decimal Acv)[] accounts =
    [("Birch", 3, 30_000m), ("Cedar", 25, 250_000m), ("Delta", 240, 1_500_000m), ("Elm", 4, 150_000m)];

foreach ((string name, long developers, decimal acv) in accounts)
{
    SegmentClassification match = SegmentCalculator.Classify(ipaas.Segmentation, developers, acv);
    Console.WriteLine($"{name}: {match}");
    if (match.Segment is not { } segment)
    {
        continue; // size and ACV disagree
    }

    foreach (Keyed<string, string> line in segment.Describe()) Console.WriteLine($"  {line}");
    foreach (PublishedCompPlan plan in ipaas.CompPlansOf(segment.Name)) Console.WriteLine($"  Comp plan: {plan}");
    Console.WriteLine($"  Coverage: {ipaas.CoverageOf(segment.Name)}");
}
