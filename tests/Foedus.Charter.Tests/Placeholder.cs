namespace Foedus.Charter.Tests;
