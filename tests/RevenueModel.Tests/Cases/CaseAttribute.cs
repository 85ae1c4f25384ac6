
namespace RevenueModel.Tests.Cases;

/// <summary>The id of a worked example that a test checks.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CaseAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
