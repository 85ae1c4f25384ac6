
namespace RevenueModel.Tests.Cases;

/// <summary>The id of the worked example that a test checks.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CaseAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
