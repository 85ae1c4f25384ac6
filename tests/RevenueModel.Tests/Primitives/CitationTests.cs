using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class CitationTests
{
    [Fact]
    public void CitationsAreEqualByDocumentAndSection()
    {
        Assert.Equal(new Citation("Industrial IoT 2027", "2.1"), new Citation("Industrial IoT 2027", "2.1"));
        Assert.NotEqual(new Citation("Industrial IoT 2027", "2.1"), new Citation("Industrial IoT 2027", "2.2"));
        Assert.NotEqual(new Citation("Industrial IoT 2027", "2.1"), new Citation("iPaaS 2027", "2.1"));
    }

    [Fact]
    public void ACitationPrintsDocumentAndSection() =>
        Assert.Equal("iPaaS 2027, section 2.1", new Citation("iPaaS 2027", "2.1").ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void NeitherPartIsBlank(string? blank)
    {
        Assert.Equal("document", Refusal.By<ArgumentException>(() => new Citation(blank!, "2.1")).ParamName);
        Assert.Equal("section", Refusal.By<ArgumentException>(() => new Citation("iPaaS 2027", blank!)).ParamName);
    }
}
